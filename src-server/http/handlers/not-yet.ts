import { refuse, type Refusal } from '../../../src-shared/errors/refusal.ts'

/** Answers for a route whose service is not written yet. */
export async function notYet(): Promise<Refusal> {
  return refuse('not_found', 'this is not there yet')
}
