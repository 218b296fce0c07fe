import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../shell/site.tsx'
import { momentWords } from './moment-words.ts'

/** `momentWords` in the site's zone and the page's language. */
export function useMomentWords(): (at: string) => string {
  const t = useT()
  const { timezone } = useSite()
  return (at) => momentWords(at, timezone, t.language)
}
