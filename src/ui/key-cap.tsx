import styles from './key-cap.module.css';

/** One key or a chord; several ways to press are separated by a space. */
export function KeyCap({ keys }: { readonly keys: string }) {
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
