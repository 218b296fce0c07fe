import type { noticeRoutes } from '../../../src-shared/api/staff/notice-routes.ts'
import { refuse } from '../../../src-shared/errors/refusal.ts'
import type { NoticeService } from '../../notices/notice-service.ts'
import type { HandlersOf } from '../handler.ts'

export interface NoticeParts {
  readonly notices: NoticeService
}

export function noticeHandlers({ notices }: NoticeParts): HandlersOf<typeof noticeRoutes> {
  return {
    'GET /api/v1/notices': async ({ query }, { principal }) =>
      principal.kind === 'user'
        ? notices.list(principal, query.before === undefined ? undefined : Number(query.before))
        : refuse('unauthenticated'),
    'POST /api/v1/notices/read': async ({ body }, { principal }) =>
      principal.kind === 'user' ? notices.markRead(principal, body) : refuse('unauthenticated'),
  }
}
