import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'

/** The newest notices with how many are unread; read anew when the link is back, so that none is missed. */
export function useNotices() {
  return useResource({
    key: 'notices',
    load: () => api.call('GET /api/v1/notices', { query: {} }),
    refreshOn: ({ notice }) => notice !== undefined,
  })
}
