/**
 * SQL of the members that have no rank this year, with why and the reason given, in the order of the report's sections: those that
 * withdrew before the list was compiled and have no card, and those that were taken out of the scoring.
 * @param cycle the column that holds the year's id, as the query names it; the bloc is $1
 */
export const unrankedIn = (cycle: string): string => `
    (select coalesce(jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'why', case when s.id is null then 'withdrawn' else 'excluded' end,
              'reason', coalesce(s.reason, g.reason, '')) order by m.position), '[]')
       from member m
       left join scorecard s on s.cycle_id = m.cycle_id and s.unit_id = m.unit_id
       left join registration g on g.cycle_id = m.cycle_id and g.unit_id = m.unit_id
      where m.bloc_id = $1 and m.cycle_id = ${cycle} and (s.state = 'excluded' or (s.id is null and g.state = 'withdrawn')))`;
