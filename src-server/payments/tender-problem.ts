import type { TenderRequest } from '../../src-shared/api/payment-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'

/** What does not go together in a tender: cash has no terminal, and a card gets no change. */
export function tenderProblem(request: TenderRequest): Refusal | undefined {
  const isCash = request.method === 'cash'
  if (!isCash && request.cash_received_minor !== undefined) return misplaced('cash_received_minor', 'is for cash only')
  if (isCash && request.terminal_reference !== undefined) return misplaced('terminal_reference', 'is not for cash')
  return undefined
}

function misplaced(member: string, message: string): Refusal {
  return refuse('invalid_request', `${member} ${message}`, { errors: [{ path: `body.${member}`, message }] })
}
