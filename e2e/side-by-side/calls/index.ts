/** The table: every group, and all calls in one list. */
import type {Call} from '../types.js';
import {aborting} from './aborting.js';
import {ajaxOptions} from './ajax-options.js';
import {chunks} from './chunks.js';
import {classes} from './classes.js';
import {editing} from './editing.js';
import {errorMessages} from './error-messages.js';
import {foreign} from './foreign.js';
import {login} from './login.js';
import {parameters} from './parameters.js';
import {preferences} from './preferences.js';
import {promises} from './promises.js';
import {reading} from './reading.js';
import {replies} from './replies.js';
import {rest} from './rest.js';
import {tokens} from './tokens.js';
import {uploading} from './uploading.js';

export const groups: Record<string, readonly Call[]> = {
  'parameters': parameters,
  'ajax options': ajaxOptions,
  'classes': classes,
  'replies': replies,
  'aborting': aborting,
  'promises': promises,
  'tokens': tokens,
  'editing': editing,
  'reading': reading,
  'watchlist and options': preferences,
  'login': login,
  'uploads': uploading,
  'uploads in chunks': chunks,
  'error messages': errorMessages,
  'foreign wikis': foreign,
  'REST': rest,
};

export const calls: readonly Call[] = Object.values(groups).flat();
