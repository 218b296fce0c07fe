import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from './Button.tsx'

interface ShownFilter {
  readonly id: string
  readonly name: string
  readonly is_default: boolean
}

interface SavedFilterBarProps {
  /** The screen, for the commands that its buttons bear. */
  readonly screen: string
  readonly filters: readonly ShownFilter[]
  /** The one that the list is narrowed to; null for all of it, undefined for something that has no name. */
  readonly chosen: string | null | undefined
  readonly onChoose: (id: string | null) => void
  readonly onSave: () => void
  readonly onChange: () => void
}

/** Filters by names of one's own: each a press, and a way to save what the list is narrowed to now. */
export function SavedFilterBar({ screen, filters, chosen, onChoose, onSave, onChange }: SavedFilterBarProps) {
  const t = useT()
  return (
    <div className="saved-filters" role="group" aria-label={t('filters.title')}>
      {filters.length > 0 && (
        <button
          type="button"
          className="saved-filters__one"
          aria-pressed={chosen === null}
          onClick={() => onChoose(null)}
        >
          {t('filters.usual')}
        </button>
      )}
      {filters.map(({ id, name, is_default: isDefault }) => (
        <button
          key={id}
          type="button"
          className="saved-filters__one"
          data-command={`filters.choose.${screen}`}
          aria-pressed={chosen === id}
          onClick={() => onChoose(id)}
        >
          {name}
          {isDefault && (
            <>
              {' '}
              <span aria-hidden="true">★</span>
              <span className="visually-hidden">{t('filters.opens')}</span>
            </>
          )}
        </button>
      ))}
      {typeof chosen === 'string' ? (
        <Button look="quiet" data-command={`filters.change.${screen}`} onClick={onChange}>
          {t('filters.change')}
        </Button>
      ) : (
        <Button look="quiet" data-command={`filters.save.${screen}`} onClick={onSave}>
          {t('filters.save')}
        </Button>
      )}
    </div>
  )
}
