import {endpointName, isEndpoint} from '../../endpoint.ts'
import {type Path, issue} from '../issue.ts'
import {shown} from '../requirement.ts'
import type {SkillbaseInput} from '../schema/skillbase.ts'
import {clip} from './limits.ts'
import {asText, type LegacyObject, legacyObject, type Report} from './legacy.ts'
import {transferTarget} from './target.ts'

export type ToolInput = NonNullable<SkillbaseInput['tools']>[number]
export interface Target {
  readonly name: string
  readonly to: string
  readonly context_rules?: string
}

export interface UpgradedTools {
  readonly tools: readonly ToolInput[]
  /** Where calls can be handed to, from the transfer tools. */
  readonly targets: readonly Target[]
}

/** @param enabledByDefault the two generations disagree about tools that do not say whether they are on */
export function upgradeTools(tools: readonly LegacyObject[], enabledByDefault: boolean, report: Report): UpgradedTools {
  const found: ToolInput[] = []
  const targets: Target[] = []
  const names = new Set<string>()
  for (const tool of tools) {
    const name = tool.text('name') ?? ''
    const enabled = tool.flag('enabled') ?? enabledByDefault
    const config = tool.object('config')
    if (names.has(name)) {
      report.refuse(issue([...tool.path, 'name'], 'INVALID_VALUE', `tool "${name}" is listed twice`, `инструмент «${name}» указан дважды`))
      continue
    }
    names.add(name)
    const upgraded = upgradeTool(name, enabled, config, targets, report)
    if (upgraded) found.push(upgraded)
    else report.lossy([...tool.path, 'name'], `there is no tool "${name}"; it was left out`, `инструмента «${name}» нет, он пропущен`)
    config.leftOver()
    tool.leftOver()
  }
  return {tools: found, targets}
}

function upgradeTool(name: string, enabled: boolean, config: LegacyObject, targets: Target[], report: Report): ToolInput | undefined {
  switch (name) {
    case 'calendar':
      return {name, enabled, config: calendar(config, report)}
    case 'transfer':
      targets.push(...namedTargets(config.raw('targets'), [...config.path, 'targets'], report))
      return {name: 'transfer_call', enabled, config: {}}
    case 'transfer_call':
      return {
        name,
        enabled,
        config: {
          ...optional('description', clip(config.text('description'), 1000, config.path, report)),
          rules: rules(config, targets, report),
        },
      }
    case 'transfer_to_agent':
      return {name, enabled, config: optional('queue', config.text('queue'))}
    case 'end_call':
    case 'detect_language':
    case 'skip_turn':
    case 'dtmf_tone':
      return {name, enabled}
    default:
      return undefined
  }
}

function calendar(config: LegacyObject, report: Report) {
  const url = config.text('api_url')
  if (config.has('api_key')) {
    report.lossy(
      [...config.path, 'api_key'],
      'a key does not belong into a skillbase; put it into the environment variable CALENDAR_API_KEY',
      'ключу не место в скиллбейсе, положите его в переменную окружения CALENDAR_API_KEY',
    )
  }
  const usable = url !== undefined && isEndpoint(url)
  if (url !== undefined && !usable) {
    const {en, ru} = shown(url)
    report.lossy(
      [...config.path, 'api_url'],
      `${en} is not ${endpointName.en} and was left out`,
      `${ru} — не ${endpointName.ru}, пропущено`,
    )
  }
  return {...(usable && {api_url: url}), ...(config.has('api_key') && {api_key_env: 'CALENDAR_API_KEY'})}
}

function namedTargets(value: unknown, path: Path, report: Report): Target[] {
  const targets = legacyObject(value, path, report)
  return targets.keys.flatMap((name) => {
    const to = transferTarget(asText(targets.raw(name)))
    if (to) return {name: clip(name, 64, [...path, name], report)!, to}
    report.lossy(
      [...path, name],
      'is neither a phone number nor a sip: URI and was left out',
      'не номер телефона и не адрес sip:, пропущено',
    )
    return []
  })
}

function rules(config: LegacyObject, targets: Target[], report: Report) {
  return config.objects('rules').flatMap((rule, index) => {
    const to = transferTarget(rule.text('phone_or_sip'))
    const condition = clip(rule.text('condition'), 500, [...rule.path, 'condition'], report) ?? 'caller asks for it'
    const context = clip(rule.text('context_rules'), 1000, [...rule.path, 'context_rules'], report)
    rule.leftOver()
    if (!to) {
      report.lossy(
        [...rule.path, 'phone_or_sip'],
        'is neither a phone number nor a sip: URI; the rule was left out',
        'не номер телефона и не адрес sip:, правило пропущено',
      )
      return []
    }
    targets.push({name: `rule_${index + 1}`, to, ...optional('context_rules', context)})
    return {condition, phone_or_sip: to, ...optional('context_rules', context)}
  })
}

export function optional<Key extends string, Value>(key: Key, value: Value | undefined): {readonly [K in Key]?: Value} {
  return (value === undefined ? {} : {[key]: value}) as {readonly [K in Key]?: Value}
}
