import {build} from 'vite';
import {gzipSync} from 'node:zlib';
import {writeFileSync} from 'node:fs';
writeFileSync('/tmp/read.entry.ts',`import {Wiki} from '/work/main/src/index.ts'; new Wiki('wiki.example').page('Oslo').text().then(console.log);`);
for (const [entry,target] of [['/tmp/read.entry.ts','es2022'],['/tmp/read.entry.ts','es2016'],['/work/main/src/index.ts','es2022']]){
const r:any=await build({root:'/work/main',configFile:false,logLevel:'silent',build:{write:false,target,lib:{entry,formats:['es']},rolldownOptions:{preserveEntrySignatures:'allow-extension',output:{minify:true,chunkFileNames:'chunk-[name].js'}}} as any});
const out=(Array.isArray(r)?r:[r]).flatMap((x:any)=>x.output).filter((o:any)=>o.type==='chunk');
const first=new Set(out.filter((c:any)=>c.isEntry)) as Set<any>;
for(const {imports} of first) for(const c of out) if(imports.includes(c.fileName)) first.add(c);
let all='',f='';
for(const c of out){all+=c.code; if(first.has(c)) f+=c.code; if(process.argv[2])console.log(c.fileName,first.has(c),c.code.length,gzipSync(c.code,{level:9}).length, Object.entries(c.modules).map(([k,v]:any)=>k.split('/').slice(-2).join('/')+':'+(v.renderedLength)).join(' '))}
console.log(target,entry,'FIRST',f.length,gzipSync(f,{level:9}).length,'ALL',all.length,gzipSync(all,{level:9}).length);
}
