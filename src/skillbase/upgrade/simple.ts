import type {SkillbaseInput} from '../schema/skillbase.ts'
import {type FieldInput, fieldByName, questionFor, summaryLine} from './fields.ts'
import {patience} from './graph.ts'
import {clip, divide} from './limits.ts'
import type {LegacyObject, Report} from './legacy.ts'
import {fieldNamer} from './names.ts'
import {defaultOutcomes} from './outcomes.ts'
import {upgradeSlug} from './slug.ts'
import {optional} from './tools.ts'
import type {Body} from './body.ts'
import {upgradeLanguage, upgradeVoice} from './voice.ts'

const defaultPlan = {ru: 'Узнать, чем можно помочь, и помочь.', en: 'Find out what is needed and help.'}

type States = NonNullable<SkillbaseInput['flow']['states']>

/** The short brief: who the bot is, what it is for and what it has to find out. */
export function upgradeSimple(brief: LegacyObject, report: Report): Body {
  const company = clip(brief.text('company_name'), 200, ['company_name'], report)
  const about = brief.text('company_description')
  const goal = clip(brief.text('goal'), 500, ['goal'], report)
  const language = upgradeLanguage(brief.text('language'), ['language'], report) ?? 'ru'
  const sound = upgradeVoice(brief.text('voice_id'), ['voice_id'], report)
  const greeting = clip(brief.text('greeting'), 1000, ['greeting'], report)
  const fields = fieldsOf(brief.objects('fields_to_collect'), report)
  const ids = Object.keys(fields)
  return {
    ...optional('slug', upgradeSlug(brief.text('slug') ?? brief.text('id'), [brief.has('slug') ? 'slug' : 'id'], report)),
    ...optional('name', company),
    context: {
      ...optional('role', goal),
      rules: divide(brief.texts('additional_instructions').flatMap(lines), 500, 50, ['additional_instructions'], report),
      facts: divide(about === undefined ? [] : [about], 500, 100, ['company_description'], report),
    },
    flow: {
      flow: ids.length > 0 ? 'linear' : 'plan',
      persona: {
        ...optional('name', clip(brief.text('bot_name'), 80, ['bot_name'], report)),
        ...optional('company', company),
        ...optional('gender', sound.gender),
      },
      ...(language !== 'ru' && {languages: {default: language}}),
      ...(greeting !== undefined && {greeting: {inbound: greeting}}),
      fields,
      ...(ids.length > 0 ? {states: statesFor(ids, goal, language)} : {plan: [goal ?? defaultPlan[language]]}),
      outcomes: defaultOutcomes(Object.entries(fields).map(([id, {type}]) => ({id, type}))),
    },
    ...(sound.voice && {voice: {tts: {voice: sound.voice}}}),
  }
}

function statesFor(fields: string[], goal: string | undefined, lang: 'ru' | 'en'): States {
  const purpose = optional('goal', goal)
  return {
    intake: {
      ...purpose,
      type: 'collect',
      collect: fields,
      transitions: [{to: 'confirm', when: 'complete'}],
      max_turns: patience(fields.length),
      on_max_turns: 'done',
    },
    confirm: {
      type: 'confirm',
      say: {[lang]: summaryLine(fields, lang)},
      transitions: [
        {to: 'done', on: 'yes_answer'},
        {to: 'intake', on: ['no_answer_given', 'correction']},
      ],
      max_turns: patience(),
      on_max_turns: 'done',
    },
    done: {type: 'end'},
  }
}

function fieldsOf(given: readonly LegacyObject[], report: Report): Record<string, FieldInput> {
  const fields: Record<string, FieldInput> = {}
  const name = fieldNamer()
  for (const field of given) {
    const label = field.text('name')
    const description = field.text('description')
    const required = field.flag('required')
    field.leftOver()
    if (label === undefined) {
      report.lossy(field.path, 'has no name and was left out', 'без имени, пропущено')
      continue
    }
    const known = fieldByName([label], clip(description, 500, [...field.path, 'description'], report))
    const ask = known.ask ?? questionFor(description ?? label)
    if (ask === undefined)
      report.lossy(
        field.path,
        'its description is an instruction, not a question; write `ask`',
        'описание — указание, а не вопрос; напишите `ask`',
      )
    fields[name(label)] = {...known, ...(ask !== undefined && {ask}), ...(required === false && {required})}
  }
  return fields
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '').trim())
    .filter((line) => line !== '')
