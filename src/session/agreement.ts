import { acknowledge, isAcknowledged } from '../storage/agreements.ts';

/** Whether the agreement of a dataset was acknowledged in this browser. A browser that refuses storage has not. */
export async function isAgreementAcknowledged(dataset: string): Promise<boolean> {
  try {
    return await isAcknowledged(dataset);
  } catch {
    return false;
  }
}

/** Returns false when the answer could not be kept. */
export async function acknowledgeAgreement(dataset: string): Promise<boolean> {
  try {
    await acknowledge(dataset, Date.now());
    return true;
  } catch {
    return false;
  }
}
