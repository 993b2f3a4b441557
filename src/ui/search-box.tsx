import { memo, type Ref } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { Search, X } from 'lucide-react';
import { cx } from './cx.ts';
import { KeyCap } from './key-cap.tsx';
import styles from './search-box.module.css';

interface SearchBoxProps {
  readonly name: string;
  readonly clearName: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly shortcut?: string | undefined;
  readonly testId?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly small?: boolean;
}

export const SearchBox = memo(function SearchBox({
  name,
  clearName,
  value,
  onChange,
  shortcut,
  testId,
  inputRef,
  small,
}: SearchBoxProps) {
  return (
    <SearchField
      aria-label={name}
      value={value}
      onChange={onChange}
      className={cx(styles.box, small && styles.small)}
    >
      <Search aria-hidden />
      <Input
        {...(inputRef && { ref: inputRef })}
        {...(testId !== undefined && { 'data-testid': testId })}
        placeholder={name}
        className={cx(styles.input)}
      />
      {value !== '' && (
        <Button aria-label={clearName} className={cx(styles.clear)}>
          <X aria-hidden />
        </Button>
      )}
      {value === '' && shortcut !== undefined && <KeyCap keys={shortcut} />}
    </SearchField>
  );
});
