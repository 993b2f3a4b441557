import styles from './key-cap.module.css';

/** A chord, its parts separated by spaces; nothing for a command without a key. */
export function KeyCap({ keys }: { readonly keys: string | undefined }) {
  if (keys === undefined) return null;
  return (
    <span className={styles.keys}>
      {keys.split(' ').map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
