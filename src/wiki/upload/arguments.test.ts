import {expect, test} from 'vitest';
import {fakeWiki} from '../../testing/fake-wiki.js';
import {Wiki} from '../wiki.js';
import {checkUpload} from './arguments.js';
import {uploadTo} from './page-upload.js';
import {type Upload, upload, type UploadOptions} from './upload.js';

const file = new Blob(['tides']);
const filename = 'Tide table.txt';

const cases: readonly (readonly [unknown, object, string])[] = [
  [undefined, {}, "upload: undefined given, an object such as {file, filename: 'Oslo.jpg'} expected"],
  [[], {}, 'upload: an array given, an object such as'],
  [file, {}, 'upload: Blob given, an object such as'],
  [{filename}, {}, 'file: nothing given to upload, one of file, url and filekey expected'],
  [{file, url: 'https://wiki.example/a.txt', filename}, {}, 'file and url given, one of file, url and filekey expected'],
  [{file, filekey: 'a.b.txt', filename}, {}, 'file and filekey given, one of file, url and filekey expected'],
  [{file: 'tides', filename}, {}, "file: 'tides' given, a File or a Blob expected"],
  [{file: new Blob([]), filename}, {}, 'file: an empty file given, and wikis take none'],
  [{file}, {}, "filename: undefined given, a file’s name such as 'Oslo.jpg' expected"],
  [{file: new File(['tides'], 'tides.txt')}, {}, "filename: undefined given, a file’s name such as 'Oslo.jpg' expected"],
  [{file, filename: ''}, {}, "filename: '' given, a file’s name such as 'Oslo.jpg' expected"],
  [{file, filename: 'Tides'}, {}, "filename: 'Tides' given, a name without a path and with an extension, such as 'Oslo.jpg', expected"],
  [{file, filename: '.txt'}, {}, "filename: '.txt' given, a name without a path and with an extension, such as 'Oslo.jpg', expected"],
  [{file, filename: 'C:\\Tides.txt'}, {}, "filename: 'C:\\Tides.txt' given, a name without a path and with an extension, such as 'Oslo.jpg', expected"],
  [{file, filename: 'tides/table.txt'}, {}, "filename: 'tides/table.txt' given, a name without a path and with an extension, such as 'Oslo.jpg', expected"],
  [{url: '/a.txt', filename}, {}, "url: '/a.txt' given, an absolute URL expected"],
  [{file, filename, async: true}, {}, 'async: it goes with filekey or url; stash the file first'],
  [{filekey: 'a.b.txt', filename, stash: true}, {}, 'stash: that file is stashed already'],
  [{file, filename, fileName: 'a'}, {}, 'fileName: no such member of an upload; did you mean filename?'],
  [{file, filename, ignorewarnings: 1}, {}, 'ignorewarnings: 1 given, true or false expected'],
  [{file, filename, tags: 'a'}, {}, "tags: 'a' given, an array of tag names expected"],
  [{file, filename, watchlist: 'yes'}, {}, "watchlist: 'yes' given, 'watch', 'preferences' or 'nochange' expected"],
  [{file, filename, watchlistexpiry: '2020-01-01'}, {}, "watchlistexpiry: '2020-01-01' given, a time to come, such as '2035-01-31T12:00:00Z', '1 week' or 'never' expected"],
  [{file, filename}, [], 'options: an array given, an object expected'],
  [{file, filename}, {chunkBytes: 1000}, 'chunkBytes: 1000 given, a whole number of bytes, 1024 or more, expected'],
  [{file, filename}, {chunkBytes: Number.NaN}, 'chunkBytes: NaN given, a whole number of bytes, 1024 or more, expected'],
  [{file, filename}, {chunkBytes: '1 MB'}, "chunkBytes: '1 MB' given, a whole number of bytes, 1024 or more, expected"],
  [{file, filename}, {chunksize: 4096}, 'chunksize: no such option'],
  [{file, filename}, {onProgress: true}, 'onProgress: true given, a function expected'],
  [{file, filename}, {signal: new AbortController()}, 'signal: AbortController given, an AbortSignal expected'],
];

for (const [params, options, message] of cases) {
  test(message, async () => {
    const fake = fakeWiki();
    const {session} = new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0'});
    const error: unknown = await upload(session, params as Upload, options as UploadOptions).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as TypeError).message).toContain(message);
    expect(fake.requests).toEqual([]);
  });
}

test('the namespace of a name is not a part of it; what else the wiki may not like is left to it', () => {
  const names = ['File:Oslo.jpg', 'file : Oslo.jpg', 'Image:Oslo.jpg', ' Oslo.jpg ', 'Ås [1].v2.jpg', 'תמונה "1" 图.png'].map((name) => checkUpload({file, filename: name}, {}).filename);
  expect(names).toEqual(['Oslo.jpg', 'Oslo.jpg', 'Oslo.jpg', 'Oslo.jpg', 'Ås [1].v2.jpg', 'תמונה "1" 图.png']);
});

test('in the stash, a file has its own name', () => {
  expect(checkUpload({file: new File(['tides'], 'tides.txt'), stash: true}, {})).toMatchObject({filename: 'tides.txt', stash: true});
  expect(() => checkUpload({file, stash: true}, {})).toThrow('filename: undefined given');
});

test('what goes with the file of a page is told by its name', async () => {
  const fake = fakeWiki();
  const {session} = new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0'});
  await expect(uploadTo(session, 'File:Oslo.jpg', file, 'from the coast' as never)).rejects.toThrow("params: 'from the coast' given, an object such as {comment: 'new scan'} expected");
  expect(fake.requests).toEqual([]);
});
