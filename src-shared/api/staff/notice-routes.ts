import * as v from 'valibot'
import { Notice } from '../notice-schemas.ts'
import type { RouteTable } from '../route.ts'
import { staff } from './fields.ts'

const Seq = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
const SeqText = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'must be a position'))

/** What happened while somebody was away, and what of it they have read. */
export const noticeRoutes = {
  'GET /api/v1/notices': {
    summary: 'Notices for whoever asks, newest first; at most a hundred',
    access: { staff },
    query: v.strictObject({ before: v.optional(SeqText) }),
    status: 200,
    response: v.object({ notices: v.array(Notice), unread: Seq }),
  },
  'POST /api/v1/notices/read': {
    summary: 'Mark notices as read: those named, or all up to a position',
    access: { staff },
    body: v.union([
      v.strictObject({ seqs: v.pipe(v.array(Seq), v.minLength(1), v.maxLength(100)) }),
      v.strictObject({ up_to: Seq }),
    ]),
    status: 200,
    response: v.object({ unread: Seq }),
  },
} as const satisfies RouteTable
