import { lazy, useState, type ComponentType } from 'react'

export interface LazyScreen<Props extends object> {
  (props: Props): React.ReactNode
  /** Fetches its code ahead of its first show; one that does not come is tried again when it is shown. */
  readonly preload: () => Promise<void>
}

/** A screen whose code is a file of its own. Where that is there already, the screen is there at once. */
export function lazyScreen<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyScreen<Props> {
  let loaded: ComponentType<Props> | undefined
  const fetched = async () => (loaded = await load())
  const Late = lazy(async () => ({ default: await fetched() }))
  const Screen = (props: Props) => {
    // As it is first shown it stays, else the arrival of the code would begin the screen anew.
    const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Late)
    return <Shown {...props} />
  }
  const preload = async () => {
    await fetched().catch(() => undefined)
  }
  return Object.assign(Screen, { preload })
}
