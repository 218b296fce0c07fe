import type { ReactNode } from 'react'

/** One part of the Clock screen under its heading. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="clock-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

interface TableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly children: ReactNode
}

/** A table that scrolls by itself where the screen is narrow; by keyboard, too. */
export function Table({ caption, columns, children }: TableProps) {
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table clock-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
