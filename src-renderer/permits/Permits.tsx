import { useState } from 'react'
import { permitStates, type Permit } from '../../src-shared/api/permit-schemas.ts'
import type { User } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Button } from '../controls/Button.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { Field } from '../controls/Field.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { rewrite } from '../shell/hash-route.ts'
import { AddPermitDialog } from './AddPermitDialog.tsx'
import { everyPermit, isRevocable, matching, type PermitFilter } from './filter.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { PermitDialog } from './PermitDialog.tsx'
import { PermitTable } from './PermitTable.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'

type Open = { readonly is: 'nothing' | 'add' | 'import' } | { readonly is: 'revoke'; readonly permit: Permit }

/** Who parks without paying. @param query the address after `?`: `permit=` opens that one */
export function Permits({ user, query }: { user: User; query: string }) {
  const t = useT()
  const [open, setOpen] = useState<Open>({ is: 'nothing' })
  const { resource, refresh } = useResource({ key: 'permits', load: () => api.call('GET /api/v1/permits') })
  const mayChange = user.role !== 'attendant'
  const openId = new URLSearchParams(query).get('permit')
  const close = () => setOpen({ is: 'nothing' })
  const show = (permit?: Permit) =>
    rewrite('permits', permit === undefined ? '' : new URLSearchParams({ permit: permit.id }).toString())
  const revoke = (permit: Permit) => setOpen({ is: 'revoke', permit })
  const done = () => {
    close()
    void refresh()
  }
  return (
    <>
      <div className="screen__head">
        <h1>{t('permits.title')}</h1>
        {mayChange && (
          <div className="screen__tools">
            <Button data-command="permits.import" onClick={() => setOpen({ is: 'import' })}>
              {t('permits.import')}
            </Button>
            <Button data-command="permits.add" look="primary" onClick={() => setOpen({ is: 'add' })}>
              {t('permits.add')}
            </Button>
          </div>
        )}
      </div>
      <p className="lead">{t('permits.lead')}</p>
      {!mayChange && <p className="note note--info">{t('permits.readOnly')}</p>}
      <ResourceView
        resource={resource}
        onRetry={() => void refresh()}
        asOf={({ server_time: serverTime }) => serverTime}
      >
        {({ permits, today }) => (
          <>
            <PermitList permits={permits} mayRevoke={mayChange} onOpen={show} onRevoke={revoke} />
            <OpenPermit
              permit={permits.find(({ id }) => id === openId)}
              mayRevoke={mayChange}
              onRevoke={revoke}
              onClose={() => show()}
            />
            {open.is === 'add' && <AddPermitDialog today={today} onAdded={done} onClose={close} />}
            {open.is === 'import' && <ImportDialog known={permits} today={today} onImported={done} onClose={close} />}
          </>
        )}
      </ResourceView>
      {open.is === 'revoke' && <RevokeDialog permit={open.permit} onRevoked={done} onClose={close} />}
    </>
  )
}

interface OpenPermitProps {
  readonly permit: Permit | undefined
  readonly mayRevoke: boolean
  readonly onRevoke: (permit: Permit) => void
  readonly onClose: () => void
}

function OpenPermit({ permit, mayRevoke, onRevoke, onClose }: OpenPermitProps) {
  if (permit === undefined) return null
  const revoke = () => {
    onClose()
    onRevoke(permit)
  }
  return (
    <PermitDialog permit={permit} onRevoke={mayRevoke && isRevocable(permit) ? revoke : undefined} onClose={onClose} />
  )
}

interface PermitListProps {
  readonly permits: readonly Permit[]
  readonly mayRevoke: boolean
  readonly onOpen: (permit: Permit) => void
  readonly onRevoke: (permit: Permit) => void
}

function PermitList({ permits, mayRevoke, onOpen, onRevoke }: PermitListProps) {
  const t = useT()
  const [filter, setFilter] = useState<PermitFilter>(everyPermit)
  if (permits.length === 0) return <EmptyState title={t('permits.empty')} hint={t('permits.emptyHint')} />
  const shown = matching(permits, filter)
  return (
    <div className="permits">
      <PermitFilterBar filter={filter} onFilter={setFilter} />
      <p className="list-count" role="status">
        {t('permits.count', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={t('permits.emptySearch')} hint={t('permits.emptySearchHint')}>
          <Button onClick={() => setFilter(everyPermit)}>{t('permits.clear')}</Button>
        </EmptyState>
      ) : (
        <PermitTable permits={shown} mayRevoke={mayRevoke} onOpen={onOpen} onRevoke={onRevoke} />
      )}
    </div>
  )
}

interface PermitFilterBarProps {
  readonly filter: PermitFilter
  readonly onFilter: (filter: PermitFilter) => void
}

function PermitFilterBar({ filter, onFilter }: PermitFilterBarProps) {
  const t = useT()
  return (
    <search className="permits__filters">
      <Field label={t('permits.search')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            value={filter.text}
            onChange={({ target }) => onFilter({ ...filter, text: target.value })}
          />
        )}
      </Field>
      <Field label={t('permits.state')}>
        {(tied) => (
          <select
            {...tied}
            className="input"
            value={filter.state ?? ''}
            onChange={({ target }) =>
              onFilter({ ...filter, state: permitStates.find((state) => state === target.value) ?? null })
            }
          >
            <option value="">{t('permits.anyState')}</option>
            {permitStates.map((state) => (
              <option key={state} value={state}>
                {t(`permits.state.${state}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </search>
  )
}
