/** What a browser sees of the authorization server: the question, or why there is none. */
import {users} from './users.js';

/** The answer goes to the address the question came from, whose query says what is asked. */
export function questionPage(client: string): string {
  const options = Object.keys(users).map((name) => `<option>${name}</option>`);
  return page('Allow access', `<p>The application <b>${client}</b> wants to act in your name.</p>
<form method="post">
<p><label>User <select name="user">${options.join('')}</select></label></p>
<p><button name="answer" value="allow">Allow</button> <button name="answer" value="cancel">Cancel</button></p>
</form>`);
}

export function refusalPage(why: string): string {
  return page('OAuth error', `<p>${why}</p>`);
}

function page(title: string, body: string): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>\n${body}\n</body></html>\n`;
}
