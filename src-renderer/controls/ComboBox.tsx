import {
  Button,
  ComboBox as Library,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { useT } from '../../src-shared/ui/translator.tsx'
import { InLanguage } from './InLanguage.tsx'
import { useOverlayPlace } from './overlay-place.ts'

interface ComboBoxProps {
  readonly label: string
  /** Of an option, or nothing. */
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onValue: (value: string) => void
  /** Whether an option stays when this was typed; by itself, where it has the text in it. */
  readonly matches?: (words: string, typed: string) => boolean
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly disabled?: boolean
  /** By which a form finds it. */
  readonly name?: string
}

/** One of a long list, which typing narrows. What is left half typed becomes again what it was. */
export function ComboBox(props: ComboBoxProps) {
  const { label, value, options, onValue, matches, hint, fault, disabled = false, name } = props
  const t = useT()
  const { field, portal, find } = useOverlayPlace()
  return (
    <InLanguage>
      <Library
        className="field"
        value={value === '' ? null : value}
        onChange={(key) => {
          if (typeof key === 'string') onValue(key)
        }}
        defaultItems={options.map(([id, words]) => ({ id, words }))}
        {...(matches === undefined ? {} : { defaultFilter: matches })}
        isInvalid={fault !== undefined}
        isDisabled={disabled}
        validationBehavior="aria"
        allowsEmptyCollection
        onOpenChange={find}
      >
        <Label className="field__label">{label}</Label>
        <Group className="input input--parts" ref={field}>
          <Input className="combo__input" autoComplete="off" spellCheck={false} data-name={name} />
          <Button className="input__button">
            <svg
              viewBox="0 0 16 16"
              width="16"
              height="16"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              aria-hidden
            >
              <path d="M3 6l5 5 5-5" />
            </svg>
          </Button>
        </Group>
        {fault !== undefined && <FieldError className="field__fault">{fault}</FieldError>}
        {hint !== undefined && (
          <Text slot="description" elementType="p" className="field__hint">
            {hint}
          </Text>
        )}
        <Popover className="popover combo__popover" offset={4} {...portal}>
          <ListBox<{ id: string; words: string }>
            className="combo__list"
            renderEmptyState={() => <p className="combo__none">{t('controls.list.none')}</p>}
          >
            {({ words }) => (
              <ListBoxItem className="combo__option" textValue={words}>
                {words}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </Library>
    </InLanguage>
  )
}
