/** The part of dcmjs that is used; the package carries no types of its own. */
declare module 'dcmjs' {
  interface DcmjsElement {
    vr: string;
    Value: unknown[];
  }

  export const data: {
    DicomDict: new (meta: Record<string, DcmjsElement>) => {
      dict: Record<string, DcmjsElement>;
      write(options?: { allowInvalidVRLength: boolean; fragmentMultiframe?: boolean }): ArrayBuffer;
    };
  };
}
