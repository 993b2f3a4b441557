import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseListing } from './parse-listing.ts';

describe('archive listings', () => {
  test('files have a size and a path, folders and links are left out', () => {
    expect(
      parseListing(
        'drwxr-xr-x root/root         0 2020-10-02 11:20 covid19_posi/\n' +
          '-rw-r--r-- root/root 8123456 2020-10-02 11:20 covid19_posi/sub-S03999/a.png\n' +
          '-rw-rw-r--+ 1000/1000       0 2020-10-02 11:20:05.123 ./covid19_posi/sub-S03999/a.json\n' +
          'lrwxrwxrwx root/root         0 2020-10-02 11:20 covid19_posi/b -> a\n' +
          'hrw-r--r-- root/root         0 2020-10-02 11:20 covid19_posi/c link to covid19_posi/a\n' +
          '-rw-r--r-- root/root      12 2020-10-02 11:20 covid19_posi/my notes  (2).txt\n',
      ),
    ).toEqual({
      rows: [
        { path: 'covid19_posi/sub-S03999/a.png', size: 8123456 },
        { path: 'covid19_posi/sub-S03999/a.json', size: 0 },
        { path: 'covid19_posi/my notes  (2).txt', size: 12 },
      ],
      issues: [],
    });
  });

  test('with another form of date the path is the last word', () => {
    expect(parseListing('-rw-r--r-- root/root 77 Oct 2 2020 covid19_posi/a.png\n').rows).toEqual([
      { path: 'covid19_posi/a.png', size: 77 },
    ]);
  });

  test('garbage, escaping paths and absurd sizes are counted into one issue', () => {
    const { rows, issues } = parseListing(
      '-rw-r--r-- root/root 1 2020-10-02 11:20 a.png\n' +
        "tar: Removing leading `/' from member names\n" +
        '-rw-r--r-- root/root 5 2020-10-02 11:20 ../../etc/passwd\n' +
        '-rw-r--r-- root/root 99999999999999999999 2020-10-02 11:20 b.png\n' +
        '\n',
    );
    expect(rows).toEqual([{ path: 'a.png', size: 1 }]);
    expect(issues).toEqual([
      {
        code: 'LISTING_UNREADABLE',
        facts: { lines: 3, first: 2, value: "tar: Removing leading `/' from member names" },
      },
    ]);
  });

  test('listings read back', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9._-]{1,10}$/).filter((text) => !/^\.+$/.test(text));
    const file = fc.record({
      path: fc.array(name, { minLength: 1, maxLength: 6 }).map((segments) => segments.join('/')),
      size: fc.maxSafeNat(),
    });
    fc.assert(
      fc.property(fc.array(file), (files) => {
        const lines = files.map(({ path, size }) => `-rw-r--r-- root/root ${size} 2020-10-02 11:20 ${path}`);
        expect(parseListing(lines.join('\n'))).toEqual({ rows: files, issues: [] });
      }),
    );
  });
});
