/** The fields of a step: each once, those first that say who one is; and what of them is sent. */
import type {AuthField, AuthRequest, AuthValues} from '../../auth/auth-step.js';

type Autocomplete = 'current-password' | 'new-password' | 'off' | 'on' | 'one-time-code' | 'username';

export interface NamedField extends AuthField {
  readonly name: string;
  /** Whether it cannot stay empty. */
  readonly wanted: boolean;
  /** Another for each captcha, so that what was typed for one is not there for the next. */
  readonly key: string;
  /** What a browser's password manager knows it by. */
  readonly autocomplete: Autocomplete;
}

export const isButton = ({type}: AuthField): boolean => type === 'button';

/** Somebody types or chooses. */
export const isFilledIn = ({type}: AuthField): boolean => !['button', 'hidden', 'null'].includes(type);

export function fieldsOf(requests: readonly AuthRequest[]): NamedField[] {
  const ways = requests.filter(({required, fields}) => required === 'primary-required' && Object.values(fields).some(isFilledIn));
  const inOrder = [...requests].sort((one, other) => rankOf(one) - rankOf(other));
  const all = inOrder.flatMap(({fields, required}) => {
    const given = Object.values(fields).filter(({type}) => type === 'hidden' || type === 'null');
    const mark = given.map(({value = ''}) => value).join(' ');
    const isNew = 'retype' in fields;
    const must = required === 'required' || (required === 'primary-required' && ways.length === 1);
    return Object.entries(fields).map(([name, field]) => Object.assign({name, wanted: must && field.optional !== true, key: `${name} ${mark}`, autocomplete: autocompleteOf(name, field, isNew)}, field));
  });
  return all.filter(({name}, place) => all.findIndex((field) => field.name === name) === place);
}

/** A captcha stands below name and password, and above what may be left out, as in MediaWiki's own form. */
const rankOf = ({required = 'optional'}: AuthRequest): number => ['primary-required', 'required'].indexOf(required) + 1 || 3;

/** Fields of which none could be left out, and nothing was typed: told before anything is sent. */
export const emptyField = (fields: readonly NamedField[], values: AuthValues): NamedField | undefined => fields.find(({name, wanted, type}) => wanted && (type === 'string' || type === 'password') && values[name] === '');

/**
 * @param pressed - the name of a `button` field: a way of its own, beside which other ways are not tried
 */
export function valuesOf(data: FormData, requests: readonly AuthRequest[], pressed: string | undefined): AuthValues {
  const sent = pressed === undefined ? requests : requests.filter(({fields, required}) => pressed in fields || required !== 'primary-required');
  return Object.fromEntries(
    fieldsOf(sent).flatMap((field) => {
      const {name} = field;
      const value = valueOf(field, data, pressed);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function valueOf({type, name, value}: NamedField, data: FormData, pressed: string | undefined): AuthValues[string] {
  switch (type) {
    case 'null':
      return undefined;
    case 'hidden':
      return value ?? '';
    case 'button':
      return name === pressed ? true : undefined;
    case 'checkbox':
      return data.has(name);
    case 'multiselect':
      return data.getAll(name).map(textOf);
    default:
      return textOf(data.get(name));
  }
}

const textOf = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');

/** @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
function autocompleteOf(name: string, {type, sensitive}: AuthField, isNew: boolean): Autocomplete {
  if (name === 'username') return 'username';
  if (type === 'password') return isNew ? 'new-password' : 'current-password';
  if (name === 'OATHToken') return 'one-time-code';
  return sensitive || name === 'captchaWord' ? 'off' : 'on';
}
