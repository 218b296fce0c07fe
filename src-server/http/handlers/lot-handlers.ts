import type { lotRoutes } from '../../../src-shared/api/staff/lot-routes.ts'
import type { HandlersOf } from '../handler.ts'
import { notYet } from './not-yet.ts'

export function lotHandlers(): HandlersOf<typeof lotRoutes> {
  return {
    'GET /api/v1/lot': notYet,
    'GET /api/v1/search': notYet,
    'GET /api/v1/stays': notYet,
    'POST /api/v1/stays': notYet,
    'GET /api/v1/stays/{id}': notYet,
    'POST /api/v1/stays/{id}/exit-quotes': notYet,
    'POST /api/v1/stays/{id}/exit': notYet,
    'POST /api/v1/stays/{id}/move': notYet,
    'POST /api/v1/stays/{id}/correct-entry': notYet,
    'POST /api/v1/stays/{id}/void': notYet,
    'POST /api/v1/bookings/{id}/move': notYet,
    'POST /api/v1/bays/{id}/block': notYet,
    'POST /api/v1/bays/{id}/unblock': notYet,
    'GET /api/v1/waitlist': notYet,
    'POST /api/v1/waitlist': notYet,
    'POST /api/v1/waitlist/{id}/serve': notYet,
    'DELETE /api/v1/waitlist/{id}': notYet,
  }
}
