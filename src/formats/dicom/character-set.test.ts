import { describe, expect, test } from 'vitest';
import { textReader } from './character-set.ts';
import { latin1 } from './test-dicom.ts';

const ESC = '\x1b';

// Names and bytes of the examples in PS3.5 annexes H, I, J and K.
describe('a text', () => {
  test.each([
    ['ISO_IR 100', 'T\xf3rax', 'Tórax'],
    ['ISO_IR 101', 'W\xb1\xb6', 'Wąś'],
    ['ISO_IR 126', '\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2', 'Διονυσιος'],
    ['ISO_IR 127', '\xe2\xc8\xc7\xe6\xea', 'قباني'],
    ['ISO_IR 138', '\xf9\xf8\xe5\xef', 'שרון'],
    ['ISO_IR 144', '\xbb\xee\xda\x63\x65\xdc\xd1', 'Люкceмб'],
    ['ISO_IR 148', '\xdd\xfe', 'İş'],
    ['ISO_IR 166', '\xca\xc1', 'สม'],
    ['ISO_IR 203', '\xa4', '€'],
    ['ISO_IR 13', '\xd4\xcf\xc0\xde', 'ﾔﾏﾀﾞ'],
    ['ISO_IR 192', '\xe7\x8e\x8b^\xe5\xb0\x8f\xe6\x9d\xb1', '王^小東'],
    ['GB18030', 'Wang^\xcd\xf5', 'Wang^王'],
    ['GBK', '\xcd\xf5', '王'],
  ])('in %s is decoded', (term, bytes, text) => {
    expect(textReader([term])(latin1(bytes))).toBe(text);
  });

  test.each([
    ['unknown', ['ISO_IR 999']],
    ['none', []],
    ['empty', ['']],
    ['ISO_IR 6', ['ISO_IR 6']],
  ])('in a set that is %s is Latin-1', (_, terms) => {
    expect(textReader(terms)(latin1('T\xf3rax'))).toBe('Tórax');
  });

  test('switches to kanji and back', () => {
    const read = textReader(['', 'ISO 2022 IR 87']);
    expect(read(latin1(`Yamada^Tarou=${ESC}$B;3ED${ESC}(B^${ESC}$BB@O:${ESC}(B`))).toBe(
      'Yamada^Tarou=山田^太郎',
    );
  });

  test('switches from half-width katakana', () => {
    const read = textReader(['ISO 2022 IR 13', 'ISO 2022 IR 87']);
    expect(read(latin1(`\xd4\xcf\xc0\xde^\xc0\xdb\xb3=${ESC}$B;3ED${ESC}(J^x`))).toBe('ﾔﾏﾀﾞ^ﾀﾛｳ=山田^x');
  });

  test('switches to the supplementary kanji', () => {
    // JIS X 0212 row 16 cell 1 is U+4E02.
    const read = textReader(['', 'ISO 2022 IR 159']);
    expect(read(latin1(`a${ESC}$(D\x30\x21${ESC}(Bb`))).toBe('a丂b');
  });

  test('switches to hangul, which stays beside ASCII', () => {
    const read = textReader(['', 'ISO 2022 IR 149']);
    expect(read(latin1(`Hong^Gildong=${ESC}$)C\xfb\xf3^${ESC}$)C\xd1\xce\xd4\xd7`))).toBe(
      'Hong^Gildong=洪^吉洞',
    );
  });

  test('switches to simplified Chinese', () => {
    const read = textReader(['', 'ISO 2022 IR 58']);
    expect(read(latin1(`Zhang^XiaoDong=${ESC}$)A\xd5\xc5^${ESC}$)A\xd0\xa1\xb6\xab`))).toBe(
      'Zhang^XiaoDong=张^小东',
    );
  });

  test('switches between single-byte sets', () => {
    const read = textReader(['ISO 2022 IR 100', 'ISO 2022 IR 144', 'ISO 2022 IR 126']);
    expect(read(latin1(`Dion\xe9 ${ESC}-L\xbb\xee${ESC}-F\xc4\xe9`))).toBe('Dioné ЛюΔι');
  });

  test('with an unknown or broken escape keeps what follows', () => {
    const read = textReader(['', 'ISO 2022 IR 87']);
    expect(read(latin1(`a${ESC}%Gb`))).toBe('ab');
    expect(read(latin1(`a${ESC}`))).toBe('a');
    expect(read(latin1(`${ESC}${ESC}$B`))).toBe('');
  });
});
