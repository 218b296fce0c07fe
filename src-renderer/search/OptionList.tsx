import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

export interface PaletteOption {
  readonly id: string
  readonly content: ReactNode
  readonly run: () => void
  /** It asks for something more: what it stands in stays open. */
  readonly keepsOpen?: boolean
}

export interface OptionGroup {
  readonly name: string
  readonly options: readonly PaletteOption[]
}

/**
 * Moves through the options by arrows and chooses by Enter, while the focus stays in the field.
 * @param ready false while an answer is awaited: Enter then waits for it, so that it never takes what is about to change
 */
export function useOptions(groups: readonly OptionGroup[], ready: boolean, onClose: () => void) {
  const options = groups.flatMap((group) => group.options)
  const [chosen, setChosen] = useState<string>()
  const awaited = useRef(false)
  const active = options.find(({ id }) => id === chosen) ?? options[0]

  const choose = (id: string) => {
    const option = options.find((one) => one.id === id)
    if (option === undefined) return
    if (option.keepsOpen !== true) onClose()
    option.run()
  }
  useEffect(() => {
    if (!awaited.current || !ready) return
    awaited.current = false
    if (active !== undefined) choose(active.id)
  })
  const move = (by: number) => {
    const at = active === undefined ? -1 : options.indexOf(active)
    setChosen(options[(at + by + options.length) % options.length]?.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isMove = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (!isMove && event.key !== 'Enter') {
      awaited.current = false
      return
    }
    event.preventDefault()
    if (isMove) return move(event.key === 'ArrowDown' ? 1 : -1)
    if (!ready) awaited.current = true
    else if (active !== undefined) choose(active.id)
  }
  return { active: active?.id, onKeyDown, choose }
}

interface OptionListProps {
  readonly id: string
  readonly name: string
  readonly groups: readonly OptionGroup[]
  readonly active: string | undefined
  readonly onChoose: (id: string) => void
}

/** The options of a search field. They never take the focus: the field says which one is meant. */
export function OptionList({ id, name, groups, active, onChoose }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div className="palette__list" id={id} role="listbox" aria-label={name} ref={list}>
      {groups.map((group) => (
        <div key={group.name} role="group" aria-label={group.name}>
          <p className="palette__group" aria-hidden="true">
            {group.name}
          </p>
          {group.options.map((option) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the focus and the keys
            <div
              key={option.id}
              id={`${id}-${option.id}`}
              role="option"
              tabIndex={-1}
              className="palette__option"
              aria-selected={option.id === active}
              // The focus stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option.id)}
            >
              {option.content}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
