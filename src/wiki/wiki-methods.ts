/** The methods of a wiki that need no more than a name: see the end of `wiki.ts` for how they are made. */
import type {Params} from '../core/params.js';
import type {Listing, ListingOptions} from './listing.js';

type Row = Readonly<Record<string, unknown>>;
type List = (params?: Params, options?: ListingOptions) => Listing<Row>;
type Meta = (params?: Params, options?: {readonly signal?: AbortSignal | undefined}) => Promise<Row>;

type ListName = 'allpages' | 'allusers' | 'random' | 'users' | 'recentchanges' | 'search' | 'backlinks' | 'allcategories' | 'blocks' | 'usercontribs' | 'logevents' | 'querypage';
type MetaName = 'siteinfo' | 'tokens' | 'allmessages' | 'filerepoinfo';

export type WikiLists = {[Name in ListName]: List};
export type WikiMetas = {[Name in MetaName]: Meta};
