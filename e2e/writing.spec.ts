/** Every action that writes, on the real wiki: done, done once when its answer is lost, and when it is itself. */
import {as} from './asking.js';
import {expect, test} from './fixtures.js';
import type {Door, Fault} from './wiki/index.js';
import {wikiFromNode} from './fixtures.js';
import {writeActions} from './write-actions.js';

const drop = (door: Door, action: string, fault: Fault): void => door.setFaults({seed: 1, rules: [{action, method: 'POST', nth: 1, fault}]});

/** A copy sent again has found what is known of it, unless it leaves nothing to find. */
for (const {name, action, as: user, setUp, act, count, expects, answerLost, requestLost} of writeActions) {
  test.describe(name, () => {
    for (const [what, fault, lost] of [
      ['is done', undefined, undefined],
      ['whose answer is lost, is done once', {type: 'dropAfter'}, answerLost],
      ['that is lost itself, is done once', {type: 'dropBefore'}, requestLost],
    ] as const) {
      test(what, async ({wiki}) => {
        const admin = await as(wiki, 'Admin');
        await setUp?.(admin);
        const before = await count(admin, wiki);
        const door = await wiki.door();
        const client = wikiFromNode(door.api);
        await client.clientlogin({username: wiki.users[user].name, password: wiki.users[user].password});
        if (fault) drop(door, action, fault);
        const done = await act(client, {}).catch((error: unknown) => error);
        const struck = door.requests.filter((request) => request.fault).length;
        await door.close();
        expect(struck).toBe(fault ? 1 : 0);
        if (lost) expect(done).toMatchObject({name: 'OutcomeUnknownError', unsaved: {action}});
        else expect(done).toMatchObject({...expects, outcome: 'saved'});
        expect((await count(admin, wiki)) - before).toBe(fault?.type === 'dropBefore' && lost ? 0 : 1);
      });
    }
  });
}
