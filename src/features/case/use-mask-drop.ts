import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { DatasetPath } from '../../domain/brand.ts';
import { isFileDrag } from '../../session/ask-folder.ts';
import { useDataset } from '../../session/session-context.tsx';

/** Browsers repeat `dragover` several times a second; without one for so long, the drag has left or ended. */
const SILENCE = 700;

export interface MaskDrop {
  /** Files are being dragged over the image. */
  readonly isOver: boolean;
  readonly handlers: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

const hasFolder = ({ items }: DataTransfer): boolean =>
  [...items].some((item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory === true);

/**
 * Lets masks be dropped onto an image. What is handled here is marked as such (`preventDefault`), so that the page leaves
 * it alone; a folder is left to the page, which opens it.
 */
export function useMaskDrop(image: DatasetPath | undefined): MaskDrop {
  const { attached } = useDataset();
  const [isOver, setOver] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const end = (): void => {
    clearTimeout(timer.current);
    setOver(false);
  };
  const over = (event: DragEvent): void => {
    if (!isFileDrag(event.dataTransfer) || image === undefined) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(end, SILENCE);
  };
  return {
    isOver,
    handlers: {
      onDragEnter: over,
      onDragOver: over,
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) end();
      },
      onDrop: (event) => {
        end();
        const { dataTransfer } = event;
        if (!isFileDrag(dataTransfer) || image === undefined || hasFolder(dataTransfer)) return;
        event.preventDefault();
        void attached.attach(image, [...dataTransfer.files]);
      },
    },
  };
}
