/** For tests of what is built with this library. */
export {type Expected, type FakeAnswer, type FakeRequest, type FakeWiki, fakeWiki} from './fake-wiki.js';
