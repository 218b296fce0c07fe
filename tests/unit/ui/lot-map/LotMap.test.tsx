// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { bays, openMap } from './map-page.tsx'

let page: ReturnType<typeof openMap>
afterEach(() => page.close())

describe('the map at the counter', () => {
  it('is a list of all bays by their names, of which one is chosen', () => {
    page = openMap({ selectedId: 'A02' })
    const options = [...page.element.querySelectorAll('[role=listbox] [role=option]')]
    expect(options).toHaveLength(42)
    expect(page.bay('A02').getAttribute('aria-label')).toBe('A02, taken')
    const chosen = options.filter((option) => option.getAttribute('aria-selected') === 'true')
    expect(chosen).toEqual([page.bay('A02')])
    expect(page.element.querySelector('[role=listbox]')?.getAttribute('aria-label')).toBe('The lot')
  })

  it('shows each state by a letter, and plate and caption where they are known', () => {
    page = openMap()
    const letter = (id: string) => page.bay(id).querySelector('.lot-bay__letter')?.textContent
    expect(['A01', 'A02', 'A03', 'A04', 'A05', 'A06'].map(letter)).toEqual(['F', 'T', 'H', '!', 'X', 'B'])
    expect(page.bay('A02').querySelector('.lot-bay__plate-text')?.textContent).toBe('KL07BX1234')
    expect(page.bay('A03').querySelector('.lot-bay__caption')?.textContent).toBe('4:12')
  })

  it('takes another language’s letters', () => {
    page = openMap({ letters: { free: 'L', held: 'G', booked: 'V', taken: 'B', overstay: '!', blocked: 'X' } })
    expect(page.bay('A01').querySelector('.lot-bay__letter')?.textContent).toBe('L')
  })

  it('draws no bay without a place, and none of which nothing is known', () => {
    page = openMap({ bays: [...bays.slice(1), { id: 'Z1', label: 'Z1', bayClass: 'car', state: 'free' }] })
    expect(page.element.querySelectorAll('[role=option]')).toHaveLength(41)
  })

  it('looks closer and further away by buttons, down to the whole lot', () => {
    page = openMap()
    const zoom = () => page.sizes().getPropertyValue('--lot-zoom')
    expect(page.sizes().getPropertyValue('--lot-least')).not.toBe('0')
    page.click(page.button('Closer')!)
    expect(zoom()).toBe('1.5')
    page.click(page.button('Further')!)
    page.click(page.button('Further')!)
    expect(page.sizes().getPropertyValue('--lot-least')).toBe('0')
    expect(page.button('Further')?.getAttribute('aria-disabled')).toBe('true')
    page.click(page.button('Further')!)
    expect(zoom()).toBe('1')
  })
})

describe('the keyboard on the map', () => {
  it('has one tab stop, which is the chosen bay and then the last one visited', () => {
    page = openMap({ selectedId: 'B03' })
    expect(page.tabStops()).toEqual(['B03'])
    page.focus('A07')
    expect(page.tabStops()).toEqual(['A07'])
  })

  it('begins at the first bay where none is chosen', () => {
    page = openMap()
    expect(page.tabStops()).toEqual(['A01'])
  })

  it('goes by arrows to the bay that lies there, by Home and End to the first and last', () => {
    page = openMap()
    page.focus('A01')
    page.press('ArrowRight')
    expect(page.focused()).toBe('A02')
    page.press('ArrowDown')
    expect(page.focused()).toBe('A12')
    page.press('ArrowLeft')
    page.press('ArrowLeft')
    expect(page.focused()).toBe('A11')
    page.press('End')
    expect(page.focused()).toBe('W2')
    page.press('Home')
    expect(page.focused()).toBe('A01')
  })

  it('jumps to a label that is typed, and leaves the browser’s own shortcuts alone', () => {
    page = openMap()
    page.focus('B05')
    for (const key of 'a12') page.press(key)
    expect(page.focused()).toBe('A12')
    page.press('d', { ctrlKey: true })
    expect(page.focused()).toBe('A12')
  })

  it('chooses by Enter, Space and a press, and by nothing else', () => {
    page = openMap()
    page.focus('A01')
    page.press('ArrowRight')
    expect(page.chosen).toEqual([])
    page.press('Enter')
    page.press('ArrowRight')
    page.press(' ')
    page.click(page.bay('B02').querySelector('.lot-bay__tile')!)
    page.click(page.element.querySelector('.lot-ground')!)
    expect(page.chosen).toEqual(['A02', 'A03', 'B02'])
  })
})

describe('the map at the kiosk', () => {
  it('shows no plate and no letter of others, whatever it is given', () => {
    page = openMap({ mode: 'kiosk', askedClass: 'car' })
    const text = page.element.textContent ?? ''
    for (const secret of ['KL07', '1234', 'TN09', '4321', '4:12', '16:20']) expect(text).not.toContain(secret)
    expect(page.bay('A02').querySelector('.lot-bay__letter')).toBeNull()
  })

  it('lets only free bays of the class asked for be chosen, and passes over the rest', () => {
    page = openMap({ mode: 'kiosk', askedClass: 'car' })
    for (const id of ['A02', 'A05', 'B01', 'A07']) page.click(page.bay(id))
    expect(page.chosen).toEqual(['A07'])
    expect(page.bay('B01').getAttribute('aria-disabled')).toBe('true')
    page.focus('A01')
    page.press('ArrowRight')
    expect(page.focused()).toBe('A07')
    page.press('End')
    expect(page.focused()).toBe('A20')
  })

  it('keeps a bay chosen when it is held by being chosen', () => {
    page = openMap({ mode: 'kiosk', askedClass: 'car', selectedId: 'A03' })
    expect(page.bay('A03').hasAttribute('aria-disabled')).toBe(false)
    expect(page.bay('A03').getAttribute('aria-selected')).toBe('true')
  })

  it('draws what can be chosen at 4 rem and more, and never smaller', () => {
    page = openMap({ mode: 'kiosk', askedClass: 'two_wheeler' })
    const width = page.element.querySelector('svg[role=listbox]')!.getAttribute('viewBox')!.split(' ')[2]
    expect(Number(page.sizes().getPropertyValue('--lot-least'))).toBeCloseTo((Number(width) / 16) * 4, 1)
    expect(page.button('Further')?.getAttribute('aria-disabled')).toBe('true')
  })

  it('without any bay to choose can still be scrolled by keyboard', () => {
    page = openMap({ mode: 'kiosk', bays: bays.map((bay) => ({ ...bay, state: 'taken' })) })
    expect(page.tabStops()).toEqual([])
    expect(page.element.querySelector('.lot-map__frame')?.getAttribute('tabindex')).toBe('0')
  })
})
