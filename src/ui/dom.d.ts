import 'react';

declare module 'react' {
  interface InputHTMLAttributes<T> {
    /** The browser's folder picker; not in React's types. */
    webkitdirectory?: string;
  }
}
