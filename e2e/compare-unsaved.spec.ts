/** Texts that are not saved yet, against what is on the real wiki. */
import {as, make, nobody, refusal} from './asking.js';
import {counted, open, revids, revision, textOf} from './comparing.js';
import {expect, test} from './fixtures.js';

test.describe('unsaved texts', () => {
  test('of a page: against its newest revision or another, of a new page against nothing', async ({wiki}) => {
    const client = nobody(wiki);
    const [first = 0] = await revids(client, 'Reverted twice');
    const {asked, texts, opening} = await counted(wiki, client, {page: 'reverted twice', text: 'New.\r\nText. \n'});
    expect([asked, texts]).toEqual([1, ['Good text.', 'New.\nText.']]);
    expect(opening).toMatchObject({to: {kind: 'unsaved', size: 10, page: {title: 'Reverted twice'}}, between: undefined, older: undefined, newer: undefined});
    expect((await counted(wiki, client, {fromrev: first, text: ''})).texts).toEqual(['Good text.', '']);
    const fresh = await counted(wiki, client, {page: 'no such page', text: 'Hello.'});
    expect([fresh.asked, fresh.texts, fresh.opening.to.page]).toEqual([1, [undefined, 'Hello.'], expect.objectContaining({title: 'No such page', pageid: undefined, may: expect.objectContaining({edit: true})})]);
    expect(await refusal(open(client, {page: 'No such page', text: 'x', section: 1}))).toMatchObject({code: 'nosuchsection'});
    expect(await refusal(open(client, {page: 'Sandbox', text: 'x', section: 99}))).toMatchObject({code: 'nosuchsection'});
  });

  test('as the wiki would save them, where that is asked for', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    const {asked, texts} = await counted(wiki, olga, {page: 'Sandbox', text: 'Here. ~~~\n', pst: true});
    expect(asked).toBe(2);
    expect(texts[1]).toMatch(/^Here\. \[\[User:Olga\|Olga\]\]/);
  });

  const twice = 'Top.\n\n== A ==\nSame.\n\n=== B ===\nSame.\n\n== C ==\n<nowiki>\n== no ==\n</nowiki>\n{{Loop|\n== nor ==\n}}\n<!--\n== nor this ==\n-->\n\n\n== A ==\nSame.\n\n=== B ===\nSame.\n\n\n\n== Ünï 𝒳 ==\nEnd.';
  const pages: Record<string, string> = {
    'With sections': 'Top.\n== One ==\nFirst.\n\n\n== Two ==\nSecond.\n=== Three ===\nThird.  \n\n==  Four  == <!-- a comment -->\nLast.',
    'Said twice': twice,
    'Begins with a heading': '== One ==\nFirst.\n\n== Two ==\nSecond.',
    'Comments around': 'Top.\n<!-- one -->== Is this one? ==\nx\n  <!-- two -->\n== Yes ==\n<!-- three -->\ny\n<!-- four -->\n\n== Z == <!-- five -->\n\n\n<poem>\n== no ==\n</poem>\n<!-- six -->\n==== Deep ====\nend <!-- seven -->',
    'Template:In parts': '<noinclude>\n== Not included ==\nx\n</noinclude><includeonly>\n== Included ==\ny\n\n== Too ==\nz\n</includeonly>\n',
    'Without sections': 'Nothing but text.\n\nMore of it.',
    'Umlauts before': `Ä𝒳é\n\n== E ==\nx\n\n${'== S ==\nx\n\n'.repeat(3)}== Z ==\nx`,
  };

  test('of a section: what the diff shows is what the wiki stores', async ({wiki}) => {
    test.slow();
    await make(wiki, pages);
    const olga = await as(wiki, 'Olga');
    const given = ['== New ==\nQuite new.', '== New ==\nwith blanks at its end. \n\n\n', '', '  \n\nBlank lines first.\n\n== And another ==\nText.'];
    let count = 0;
    for (const [title, text] of Object.entries(pages)) {
      const {sections = []} = (await olga.parse({text, title, prop: 'sections', contentmodel: 'wikitext'})) as {sections?: readonly {index: string}[]};
      const included = title.startsWith('Template:') ? ['T-0', 'T-1', 'T-2'] : [];
      for (const section of ['0', ...sections.flatMap(({index}) => index || []), ...included, 'new']) {
        const replacement = given[count++ % given.length] ?? '';
        const {opening, asked} = await counted(wiki, olga, {page: title, text: replacement, section});
        expect(asked).toBeLessThanOrEqual(section === 'new' ? 1 : 3);
        const baserevid = revision(opening.from).revid;
        await olga.page(title).edit({text: replacement, section, baserevid});
        expect({title, section, text: textOf(opening.to)}).toEqual({title, section, text: await olga.page(title).text()});
        await olga.page(title).edit({text});
      }
    }
    expect(count).toBeGreaterThan(30);
  });

  test('a section costs one request more, and a new one with its heading none', async ({wiki}) => {
    const client = nobody(wiki);
    const [revid = 0] = await revids(client, 'Sandbox');
    const {asked, texts} = await counted(wiki, client, {fromrev: revid, section: 2, text: '== Second ==\nChanged.'});
    expect(asked).toBe(2);
    expect(texts[1]).toBe((texts[0] ?? '').replace('Two.\n\n=== Deeper ===\nThree.', 'Changed.'));
    const added = await counted(wiki, client, {page: 'Sandbox', section: 'new', sectiontitle: 'More', text: 'Text.'});
    expect([added.asked, added.texts[1]]).toEqual([1, `${texts[0]}\n\n== More ==\n\nText.`]);
    expect(await refusal(open(client, {fromrev: (await revids(client, 'Hidden revisions'))[1], section: 0, text: 'x'}))).toMatchObject({code: 'texthidden'});
  });
});
