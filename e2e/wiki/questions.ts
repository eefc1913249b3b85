/** What the wiki is asked, to see that its answers are what their types say. In order: some depend on those before. */
import type {TokenType} from 'wikilit';

export interface Question {
  readonly params: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>> & {readonly action: string};
  readonly token?: TokenType;
  /** A list in the answer that must not be empty, or the question shows nothing. */
  readonly filled?: string;
}

const revision = ['ids', 'flags', 'timestamp', 'user', 'userid', 'size', 'sha1', 'comment', 'parsedcomment', 'tags', 'roles', 'content', 'contentmodel', 'slotsize', 'slotsha1'];
const file = ['archivename', 'badfile', 'bitdepth', 'canonicaltitle', 'comment', 'commonmetadata', 'dimensions', 'extmetadata', 'mediatype', 'metadata', 'mime', 'parsedcomment', 'sha1', 'size', 'thumbmime', 'timestamp', 'url', 'user', 'userid'];
const change = ['comment', 'flags', 'ids', 'loginfo', 'parsedcomment', 'sizes', 'tags', 'timestamp', 'title', 'user', 'userid'];

const pages = (prop: string, more: object = {}): Question => ({params: {action: 'query', prop, generator: 'allpages', gaplimit: 60, ...more}, filled: prop === 'info' ? 'pages' : prop});
const list = (list: string, more: object = {}): Question => ({params: {action: 'query', list, ...more}, filled: list});
const meta = (meta: string, more: object = {}): Question => ({params: {action: 'query', meta, ...more}});
const write = (action: string, more: object, token: TokenType = 'csrf'): Question => ({params: {action, ...more}, token});

export const questions: readonly Question[] = [
  // Something to find.
  write('watch', {titles: ['Sandbox', 'Harbour log', '<'], expiry: '1 week'}, 'watch'),
  write('edit', {title: 'New one', text: 'a', summary: 'first'}),
  write('edit', {title: 'New one', text: 'a'}),
  write('edit', {title: 'New one', text: '[[Nowhere]] b', watchlist: 'watch', watchlistexpiry: '1 month'}),

  {params: {action: 'query', prop: 'info', titles: ['<', 'Nope', 'Special:Version', 'sandbox', 'wikipedia:Foo', 'Redirect to section'], redirects: true, iwurl: true}},
  {params: {action: 'query', prop: 'info', pageids: [99_999, 1]}},
  {params: {action: 'query', revids: [99_999]}},
  {params: {action: 'query', titles: 'Sandbox', indexpageids: true}},
  {params: {action: 'query', generator: 'allpages', gapprefix: 'Zzzz'}},
  {params: {action: 'query', prop: 'info', titles: 'Sandbox', inprop: 'preloadcontent|editintro|talkid|subjectid'}},
  pages('info', {inprop: ['associatedpage', 'displaytitle', 'linkclasses', 'notificationtimestamp', 'protection', 'subjectid', 'talkid', 'url', 'varianttitles', 'visitingwatchers', 'watched', 'watchers'], inlinkcontext: 'Sandbox', intestactions: ['edit', 'move']}),
  pages('info'),
  pages('revisions', {rvprop: revision, rvslots: 'main'}),
  {params: {action: 'query', prop: 'revisions', titles: 'Hidden revisions', rvlimit: 10, rvprop: revision, rvslots: '*'}, filled: 'revisions'},
  {params: {action: 'query', prop: 'revisions', titles: 'Sandbox', rvprop: ['content', 'ids']}, filled: 'revisions'},
  {params: {action: 'query', prop: 'revisions', titles: 'Sandbox'}, filled: 'revisions'},
  {params: {action: 'query', prop: 'deletedrevisions', titles: 'Deleted page', drvprop: revision, drvslots: 'main'}, filled: 'deletedrevisions'},
  pages('categories', {clprop: ['sortkey', 'timestamp', 'hidden'], cllimit: 50}),
  pages('categories'),
  pages('links'),
  pages('templates'),
  pages('images'),
  pages('linkshere', {lhlimit: 50}),
  pages('transcludedin', {tiprop: ['title']}),
  pages('fileusage', {gapnamespace: 6}),
  {params: {action: 'query', prop: 'redirects', titles: 'Sandbox', rdprop: ['pageid', 'title', 'fragment']}, filled: 'redirects'},
  pages('contributors'),
  pages('pageprops'),
  pages('categoryinfo', {gapnamespace: 14}),
  pages('extlinks'),
  pages('iwlinks', {iwprop: 'url'}),
  pages('langlinks', {llprop: ['url', 'langname', 'autonym']}),
  pages('langlinks'),
  pages('imageinfo', {gapnamespace: 6, iilimit: 5, iiurlwidth: 50, iiprop: [...file, 'uploadwarning']}),
  pages('imageinfo', {gapnamespace: 6}),
  {params: {action: 'query', prop: 'pageimages', generator: 'allpages', gaplimit: 60, piprop: ['thumbnail', 'name', 'original']}, filled: 'pages'},
  {params: {action: 'query', prop: 'extracts', titles: 'Sandbox', exintro: true}, filled: 'pages'},

  list('allpages'),
  list('allcategories', {acprop: ['size', 'hidden']}),
  list('allcategories'),
  list('allimages', {aiprop: file.filter((value) => value !== 'archivename' && value !== 'thumbmime')}),
  list('allimages'),
  list('alllinks', {alprop: ['ids', 'title']}),
  list('allredirects', {arprop: ['ids', 'title', 'fragment', 'interwiki']}),
  list('alltransclusions', {atprop: 'ids'}),
  list('allfileusages'),
  list('allusers', {aulimit: 30, auprop: ['blockinfo', 'centralids', 'editcount', 'groups', 'implicitgroups', 'registration', 'rights']}),
  list('allusers'),
  list('alldeletedrevisions', {adrlimit: 10, adrprop: revision, adrslots: 'main'}),
  list('allrevisions', {arvlimit: 50}),
  list('backlinks', {bltitle: 'Sandbox', blredirect: true}),
  list('embeddedin', {eititle: 'Template:Infobox'}),
  list('imageusage', {iutitle: 'File:Lighthouse at dusk.png'}),
  list('blocks', {bkprop: ['by', 'byid', 'expiry', 'flags', 'id', 'range', 'reason', 'restrictions', 'timestamp', 'user', 'userid']}),
  list('blocks'),
  list('categorymembers', {cmtitle: 'Category:Lighthouses', cmprop: ['ids', 'title', 'sortkey', 'sortkeyprefix', 'type', 'timestamp']}),
  list('categorymembers', {cmtitle: 'Category:Lighthouses'}),
  list('exturlusage'),
  list('gadgets', {gaprop: ['id', 'metadata', 'desc']}),
  list('langbacklinks', {lbllang: 'de', lblprop: ['lllang', 'lltitle']}),
  list('logevents', {lelimit: 50, leprop: ['comment', 'details', 'ids', 'parsedcomment', 'tags', 'timestamp', 'title', 'type', 'user', 'userid']}),
  list('logevents'),
  list('pagepropnames'),
  list('pageswithprop', {pwppropname: 'page_image_free', pwpprop: ['ids', 'title', 'value']}),
  list('prefixsearch', {pssearch: 'S'}),
  list('protectedtitles', {ptprop: ['comment', 'expiry', 'level', 'parsedcomment', 'timestamp', 'user', 'userid']}),
  list('querypage', {qppage: 'Ancientpages'}),
  list('querypage', {qppage: 'Wantedpages'}),
  list('random'),
  list('recentchanges', {rclimit: 200, rcprop: [...change, 'patrolled', 'redirect', 'sha1']}),
  list('recentchanges'),
  list('search', {srsearch: 'the', srprop: ['size', 'wordcount', 'timestamp', 'snippet', 'titlesnippet', 'redirecttitle', 'redirectsnippet', 'sectiontitle', 'sectionsnippet', 'isfilematch', 'categorysnippet', 'extensiondata']}),
  list('tags', {tglimit: 50, tgprop: ['active', 'defined', 'description', 'displayname', 'hitcount', 'source']}),
  list('usercontribs', {ucuser: ['Admin', 'Olga'], uclimit: 50, ucprop: ['comment', 'flags', 'ids', 'parsedcomment', 'patrolled', 'size', 'sizediff', 'tags', 'timestamp', 'title']}),
  list('users', {ususers: ['Admin', 'Nobody here', '192.0.2.1', 'Blair', '<'], usprop: ['blockinfo', 'cancreate', 'centralids', 'editcount', 'emailable', 'gender', 'groupmemberships', 'groups', 'implicitgroups', 'registration', 'rights']}),
  list('watchlist', {wlallrev: true, wllimit: 50, wlprop: [...change, 'expiry', 'notificationtimestamp', 'patrol']}),
  list('watchlistraw', {wrprop: 'changed'}),
  {params: {action: 'query', list: ['allpages', 'random'], meta: 'tokens', prop: 'info|categories', titles: 'Sandbox', type: ['csrf', 'patrol']}, filled: 'allpages'},

  meta('siteinfo'),
  meta('siteinfo', {siprop: ['autocreatetempuser', 'autopromote', 'autopromoteonce', 'clientlibraries', 'dbrepllag', 'defaultoptions', 'extensions', 'extensiontags', 'fileextensions', 'functionhooks', 'general', 'interwikimap', 'languages']}),
  meta('siteinfo', {siprop: ['languagevariants', 'libraries', 'magicwords', 'namespacealiases', 'namespaces', 'protocols', 'restrictions', 'rightsinfo', 'showhooks', 'skins', 'specialpagealiases', 'statistics', 'uploaddialog', 'usergroups', 'variables'], sinumberingroup: true}),
  meta('userinfo'),
  meta('userinfo', {uiprop: '*'}),
  meta('tokens'),
  meta('allmessages', {ammessages: ['edit', 'nonexistentmsg', 'aboutsite'], amprop: 'default'}),
  meta('filerepoinfo'),
  meta('languageinfo', {licode: ['de', 'sr'], liprop: ['autonym', 'bcp47', 'code', 'dir', 'fallbacks', 'name', 'variantnames', 'variants']}),

  {params: {action: 'parse', page: 'Halnes Lighthouse'}},
  {params: {action: 'parse', page: 'Halnes Lighthouse', prop: ['categorieshtml', 'displaytitle', 'encodedjsconfigvars', 'headhtml', 'indicators', 'jsconfigvars', 'limitreportdata', 'limitreporthtml', 'modules', 'parsetree', 'parsewarnings', 'parsewarningshtml', 'sections', 'subtitle', 'tocdata', 'wikitext']}},
  {params: {action: 'parse', page: 'Redirect to section', redirects: true, prop: 'wikitext'}},
  {params: {action: 'parse', text: '== a ==\n[[de:X]] [[Category:Y]] ~~~~', contentmodel: 'wikitext', pst: true}},
  {params: {action: 'parse', text: '~~~~', contentmodel: 'wikitext', onlypst: true}},
  {params: {action: 'expandtemplates', text: '{{Infobox}}[[Category:A]]', prop: ['categories', 'encodedjsconfigvars', 'jsconfigvars', 'modules', 'parsetree', 'properties', 'ttl', 'volatile', 'wikitext']}},
  {params: {action: 'compare', fromtitle: 'Sandbox', totitle: 'Halnes Lighthouse', prop: ['comment', 'diff', 'diffsize', 'ids', 'parsedcomment', 'rel', 'size', 'timestamp', 'title', 'user'], slots: 'main'}},
  {params: {action: 'compare', fromtitle: 'Sandbox', 'toslots': 'main', 'totext-main': 'x'}},
  {params: {action: 'opensearch', search: 'S'}},
  {params: {action: 'paraminfo', modules: ['edit', 'query+revisions']}},
  {params: {action: 'help', wrap: true}},
  {params: {action: 'checktoken', type: 'csrf', token: 'x'}},

  write('move', {from: 'New one', to: 'New two', movetalk: true, movesubpages: true}),
  write('protect', {title: 'New two', protections: ['edit=sysop', 'move=sysop'], expiry: ['never', '1 week']}),
  write('delete', {title: 'New two'}),
  write('undelete', {title: 'New two'}),
  write('changecontentmodel', {title: 'New two', model: 'text', summary: 'x'}),
  write('purge', {titles: ['Sandbox', 'Nope', '<', 'sandbox'], forcelinkupdate: true}),
  write('watch', {titles: ['Sandbox'], unwatch: true}, 'watch'),
  write('setnotificationtimestamp', {titles: ['Sandbox', 'Nope']}),
  write('setnotificationtimestamp', {entirewatchlist: true}),
  write('block', {user: 'Nils', expiry: '1 day', reason: 'x', partial: true, allowusertalk: true, pagerestrictions: ['Sandbox'], namespacerestrictions: [1], actionrestrictions: ['upload']}),
  list('blocks', {bkusers: 'Nils', bkprop: ['restrictions', 'flags']}),
  write('unblock', {user: 'Nils'}),
  write('userrights', {user: 'Nils', add: 'bot'}, 'userrights'),
  write('options', {change: 'gender=female'}),
  write('emailuser', {target: 'Olga', subject: 'a', text: 'b'}),
  write('managetags', {operation: 'create', tag: 'of this test'}),
  write('clearhasmsg', {}),
  write('validatepassword', {password: 'x'}),
  write('rollback', {title: 'Harbour log', user: 'Sol'}, 'rollback'),
  write('logout', {}),
];

/** Whether the answer has what it is to show. */
export function gives(answer: object, {filled}: Question): boolean {
  return filled === undefined || new RegExp(`"${filled}":(\\[\\{|\\{"(?!\\}))`).test(JSON.stringify(answer));
}
