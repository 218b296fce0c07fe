import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LotLegend } from '../../../../src-shared/ui/lot-map/LotLegend.tsx'

it('the legend says in words what each letter and each sign means', () => {
  const states = [
    { state: 'free', words: 'Free' },
    { state: 'blocked', words: 'Gesperrt', letter: 'G' },
  ] as const
  const html = renderToStaticMarkup(
    <LotLegend name="Legend" states={states} classes={[{ bayClass: 'ev', words: 'Charging' }]} />,
  )
  expect(
    html
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ).toBe('F Free G Gesperrt Charging')
  expect(html).toContain('<path class="lot-symbol"')
})
