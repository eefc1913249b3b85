/** What makes the wiki a house: its messages, templates, gadgets, scripts, lists. */

export const MESSAGES: Record<string, string> = {
  'MediaWiki:Sitenotice': '',
  'MediaWiki:Editnotice-0': "'''Articles''' need sources: please add one for every figure.",
  'MediaWiki:Editnotice-0-Sandbox': 'This is the sandbox. It is emptied \'\'every night\'\'.',
  'MediaWiki:Editnotice-2': 'User pages are for introducing yourself.',
  'MediaWiki:Newarticletext': 'There is no page of this name yet. <span id="newarticle-hint">To begin it, write below.</span>',
  'MediaWiki:Copyrightwarning2': 'Contributions are released under the licence named below.',
  'MediaWiki:Summary-preview': 'Preview of the summary:',
  'MediaWiki:Ipbreason-dropdown': '* Vandalism\n** Inserting nonsense\n** Removing content\n* Accounts\n** Unsuitable user name\n** Several accounts\n* Other\n** Spam links',
  'MediaWiki:Ipb-default-expiry': '31 hours',
  'MediaWiki:Deletereason-dropdown': '* Common reasons\n** Author request\n** Duplicate\n** Test page',
  'MediaWiki:Protect-dropdown': '* Common reasons\n** Edit war\n** Highly visible page',
  'MediaWiki:Spam-blacklist': '# Every line is a part of a regular expression\nspam\\.example\\.com\nbad-pills\\.example',
  'MediaWiki:Spam-whitelist': 'good\\.spam\\.example\\.com',
  'MediaWiki:Titleblacklist': '# Titles that cannot be made\n.*forbidden phrase.*\n.*custom phrase.* <errmsg=titleblacklist-custom>\n.*only new users.* <autoconfirmed>',
  'MediaWiki:Titleblacklist-custom': 'Titles with the words "custom phrase" are not wanted here ("$2" did match).',
  'MediaWiki:Abusefilter-warning-wikilit': 'This edit has the marker \'\'abuse-warn\'\' in it. Send it again to save it all the same.',
  'MediaWiki:Abusefilter-disallowed-wikilit': 'Edits with the marker \'\'abuse-disallow\'\' are not saved.',
  'MediaWiki:Tag-wikilit-marker': 'marker seen',
  'MediaWiki:Gadgets-definition':
    '== Reading ==\n* Clock[ResourceLoader|default|dependencies=mediawiki.util]|Clock.js|Clock.css\n== Editing ==\n* Shout[ResourceLoader|rights=edit]|Shout.js\n* Hidden[ResourceLoader|hidden|package]|Hidden.js|Hidden.json',
  'MediaWiki:Gadget-Clock': 'A clock in the corner',
  'MediaWiki:Gadget-Clock.js': "$(function () {\n\tvar item = mw.util.addPortletLink('p-personal', '#', 'clock', 'pt-clock');\n\tif (item) {\n\t\titem.className += ' gadget-clock';\n\t}\n});",
  'MediaWiki:Gadget-Clock.css': '.gadget-clock { font-variant-numeric: tabular-nums; }',
  'MediaWiki:Gadget-Shout': 'Capital letters in summaries',
  'MediaWiki:Gadget-Shout.js': "mw.hook('wikipage.editform').add(function () {\n\t// nothing yet\n});",
  'MediaWiki:Gadget-Hidden': 'A library for other gadgets',
  'MediaWiki:Gadget-Hidden.js': "var data = require('./Hidden.json');\nmodule.exports = { answer: data.answer };",
  'MediaWiki:Gadget-Hidden.json': '{\n\t"answer": 42\n}',
  'MediaWiki:Common.js': "/* Any JavaScript here is loaded for everybody */\nmw.config.set('wgWikilitSiteScript', true);",
  'MediaWiki:Common.css': '/* Styles for all skins */\n.infobox { float: right; width: 18em; border: 1px solid #a2a9b1; }',
  'MediaWiki:Vector-2022.css': '/* only in Vector 2022 */',
};

export const TEMPLATES: Record<string, string> = {
  'Template:Infobox': '<table class="infobox"><caption>{{{name|{{PAGENAME}}}}}</caption>{{{rows|}}}</table>',
  'Template:Infobox/row': '{{#if:{{{2|}}}|<tr><th>{{{1}}}</th><td>{{{2}}}</td></tr>}}',
  ...Object.fromEntries(
    Object.entries({
      lighthouse: ['location', 'built', 'height', 'light'],
      river: ['mouth', 'length', 'basin'],
      town: ['river', 'population', 'charter'],
      composer: ['born', 'died', 'instrument', 'works'],
      bridge: ['crosses', 'opened', 'length'],
      island: ['mainland', 'area', 'population'],
    }).map(([topic, rows]) => [
      `Template:Infobox ${topic}`,
      `{{Infobox|name={{{name|}}}|rows={{#if:{{{image|}}}|<tr><td colspan="2">[[File:{{{image}}}|240px]]</td></tr>}}${rows
        .map((row) => `{{Infobox/row|${row}|{{{${row}|}}}}}`)
        .join('')}}}<noinclude>\n{{Documentation}}\n</noinclude>`,
    ]),
  ),
  'Template:Documentation': "''See [[{{FULLPAGENAME}}/doc]] for how to use this.''",
  'Template:Infobox lighthouse/doc':
    '<templatedata>{"description":"Facts about a lighthouse","params":{"name":{"label":"Name","type":"string"},"location":{"label":"Location","type":"wiki-page-name"},"built":{"label":"Built","type":"number"},"height":{"label":"Height"},"light":{"label":"Light"},"image":{"label":"Image","type":"wiki-file-name"}}}</templatedata>',
  'Template:Cite book': "''{{{title}}}''{{#if:{{{year|}}}|, {{{year}}}}}{{#if:{{{page|}}}|, p. {{{page}}}}}.",
  'Template:Unsigned': '<small>—Preceding unsigned comment added by [[User:{{{1}}}|{{{1}}}]]</small>',
  'Template:Disambiguation': '----\n\'\'This page lists articles that could be meant.\'\' __DISAMBIG__\n<includeonly>[[Category:Disambiguation pages]]</includeonly>',
  'Template:Preload/Lighthouse':
    "<noinclude>A beginning for articles about lighthouses.</noinclude><includeonly>'''$1''' is a lighthouse near $2.\n\n== History ==\n\n[[Category:Lighthouses]]</includeonly>",
  'Template:Editintro/Lighthouse': 'You are beginning an article about a <b>lighthouse</b>. Please give the height of the tower.',
  'Template:Loop': 'This template calls itself: {{Loop}}',
  'Module:Tide':
    "local p = {}\n\nfunction p.high(frame)\n\tlocal hours = tonumber(frame.args[1]) or 0\n\treturn string.format('%.1f m', 2 + math.sin(hours / 12.4 * 2 * math.pi))\nend\n\nreturn p",
};

export const PROJECT: Record<string, string> = {
  'Main Page':
    "'''Welcome to Wikilit''', an encyclopedia of a coast that does not exist.\n\n* [[:Category:Lighthouses|Lighthouses]]\n* [[:Category:Towns|Towns]]\n* [[Sandbox]]\n\n<inputbox>\ntype=create\npreload=Template:Preload/Lighthouse\neditintro=Template:Editintro/Lighthouse\nwidth=30\n</inputbox>\n__NOINDEX__ __NOTOC__",
  'Project:About': 'This wiki is made for tests. Everything in it is invented.',
  'Project:Village pump': "This is where things are talked over.\n\n{{Project:Village pump/Header}}",
  'Project:Village pump/Header': '[[Category:Discussion]]',
  'Project:Coordinates.json': '{"lighthouses":[{"name":"Halvik Lighthouse","lat":57.1,"lon":11.2}]}',
  'Help:Editing': 'Write, and save. See [[Help:Contents]].\n\n__NOINDEX__',
  'Help:Contents': 'There is help on [[Help:Editing|editing]].',
  'Category:Lighthouses': 'Lighthouses of the coast.\n\n[[Category:Buildings]]',
  'Category:Bridges': 'Bridges.\n\n[[Category:Buildings]]',
  'Category:Buildings': 'Everything that was built.',
  'Category:Rivers': 'Running water.',
  'Category:Towns': 'Towns with a charter.',
  'Category:Islands': 'Islands of the coast.',
  'Category:Composers': 'People who wrote music.',
  'Category:Pages in other scripts': 'For trying out scripts.',
  'Category:Hidden things': '__HIDDENCAT__ A category that is not shown.',
};

export const INTERWIKI: Record<string, string> = {
  de: 'https://de.wiki.test/wiki/$1',
  fr: 'https://fr.wiki.test/wiki/$1',
  he: 'https://he.wiki.test/wiki/$1',
  ja: 'https://ja.wiki.test/wiki/$1',
  wikt: 'https://wiktionary.wiki.test/wiki/$1',
};

/** In wikitext only: a script that names a marker in its code is not an edit that carries it. */
function marker(word: string): string {
  return `new_content_model == "wikitext" & added_lines irlike "${word}"`;
}

export const FILTERS = [
  {name: 'Warns', rules: marker('abuse-warn'), actions: {warn: ['abusefilter-warning-wikilit']}},
  {name: 'Disallows', rules: marker('abuse-disallow'), actions: {disallow: ['abusefilter-disallowed-wikilit']}},
  {name: 'Tags', rules: marker('abuse-tag'), actions: {tag: ['wikilit-marker']}},
  {name: 'Warns, then disallows', rules: marker('abuse-both'), actions: {warn: ['abusefilter-warning'], disallow: ['abusefilter-disallowed']}},
  {name: 'Warns, then tags', rules: marker('abuse-careful'), actions: {warn: ['abusefilter-warning'], tag: ['wikilit-marker']}},
  {name: 'Hidden', hidden: true, rules: marker('abuse-private'), actions: {disallow: ['abusefilter-disallowed']}},
  {name: 'Blocks', rules: marker('abuse-block'), actions: {block: ['noTalkBlockSet', '1 day', '1 day'], disallow: ['abusefilter-disallowed']}},
];

/** Users may put these on their own edits. */
export const TAGS = ['needs sources', 'proofread', 'wikilit test'];
