/** A JSON schema in words: what a field may hold, short enough for a table. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly additionalProperties?: boolean | Schema
}

export interface Field {
  readonly name: string
  readonly kind: string
  readonly required: boolean
  readonly description: string
}

const simple: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
  array: 'list',
  object: 'object',
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'id',
  'date-time': 'time',
  date: 'date',
  uri: 'address',
  email: 'e-mail address',
  binary: 'file',
}

const choices = (schema: Schema): readonly Schema[] => schema.anyOf ?? schema.oneOf ?? []

/** Deeper than this, a table would no longer be read. */
const deepest = 3

export function kindOf(schema: Schema, depth = 0): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map(String).join(' · ')
  const several = choices(schema)
  if (several.length > 0) return [...new Set(several.map((one) => kindOf(one, depth)))].join(' or ')
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  return types.map((type) => kindOfType(type, schema, depth)).join(' or ') || 'anything'
}

function kindOfType(type: string, schema: Schema, depth: number): string {
  if (type === 'array')
    return schema.items === undefined || depth > deepest ? 'list' : `list of ${kindOf(schema.items, depth + 1)}`
  if (type === 'object' && schema.properties !== undefined && depth <= deepest) {
    const inside = fieldsOf(schema, depth + 1).map(
      ({ name, kind, required }) => `${name}${required ? '' : '?'}: ${kind}`,
    )
    return `{ ${inside.join(', ')} }`
  }
  return (type === 'string' && schema.format !== undefined ? formats[schema.format] : undefined) ?? simple[type] ?? type
}

/** Of an object, or of the only object among several choices; nothing for what has no fields of its own. */
export function fieldsOf(schema: Schema, depth = 0): Field[] {
  const { properties = {}, required = [] } = schema
  return Object.entries(properties).map(([name, field]) => ({
    name,
    kind: kindOf(field, depth),
    required: required.includes(name),
    description: field.description ?? '',
  }))
}
