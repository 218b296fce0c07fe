import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import type { DraftLine } from './draft.ts'
import { beginOf, lineAdded, lineRemoved } from './draft-changes.ts'
import { LineField } from './LineField.tsx'
import { lengthText } from './length-text.ts'

interface LinesTableProps {
  /** Whose lines they are. */
  readonly of: string
  readonly lines: readonly DraftLine[]
  readonly path: string
  readonly onLines: (lines: readonly DraftLine[]) => void
}

const columns = ['from', 'until', 'kind', 'step', 'price', 'actions'] as const
const kinds = ['flat', 'incrementing', 'tiered'] as const

/** Lines that follow one another: each begins where the one before ends, and the last has no end. */
export function LinesTable({ of, lines, path, onLines }: LinesTableProps) {
  const t = useT()
  const caption = t('tariffEditor.lines.caption', { of })
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table lines-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`tariffEditor.lines.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <LineRow key={line.key} lines={lines} index={index} path={`${path}.${index}`} onLines={onLines} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LineRowProps {
  readonly lines: readonly DraftLine[]
  readonly index: number
  readonly path: string
  readonly onLines: (lines: readonly DraftLine[]) => void
}

function LineRow({ lines, index, path, onLines }: LineRowProps) {
  const t = useT()
  const line = lines[index]
  if (line === undefined) return null
  const set = (part: Partial<DraftLine>) =>
    onLines(lines.map((each, place) => (place === index ? { ...line, ...part } : each)))
  const number = index + 1
  const isLast = number === lines.length
  return (
    <tr>
      <td className="tabular">{lengthText(beginOf(lines, index))}</td>
      <td>
        {isLast ? (
          t('tariffEditor.lines.noEnd')
        ) : (
          <LineField
            label={t('tariffEditor.line.until', { number })}
            path={`${path}.to_minute`}
            value={line.until}
            onValue={(until) => set({ until })}
          />
        )}
      </td>
      <td>
        <select
          className="input"
          aria-label={t('tariffEditor.line.kind', { number })}
          value={line.kind}
          onChange={({ target }) => set({ kind: kinds.find((kind) => kind === target.value) ?? line.kind })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`tariffEditor.kind.${kind}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        {line.kind === 'incrementing' && (
          <LineField
            label={t('tariffEditor.line.step', { number })}
            path={`${path}.step_minutes`}
            value={line.step}
            onValue={(step) => set({ step })}
          />
        )}
      </td>
      <td>
        <LineField
          label={t('tariffEditor.line.price', { number })}
          path={`${path}.price_minor`}
          isNumber
          value={line.price}
          onValue={(price) => set({ price })}
        />
      </td>
      <td className="lines-table__actions">
        <Button
          aria-label={t(isLast ? 'tariffEditor.line.addAfter' : 'tariffEditor.line.splitOf', { number })}
          onClick={() => onLines(lineAdded(lines, index))}
        >
          {t(isLast ? 'tariffEditor.line.add' : 'tariffEditor.line.split')}
        </Button>
        {lines.length > 1 && (
          <Button
            look="quiet"
            aria-label={t('tariffEditor.line.removeOf', { number })}
            onClick={() => onLines(lineRemoved(lines, index))}
          >
            {t('tariffEditor.line.remove')}
          </Button>
        )}
      </td>
    </tr>
  )
}
