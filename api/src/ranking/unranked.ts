/**
 * SQL of the members that have no rank this year, with why and the reason given, in the order of the report's sections: those that
 * withdrew before the list was compiled and have no card, and those that were taken out of the scoring.
 * @param cycle the column that holds the year's id, as the query names it; the bloc is $1
 */
export const unrankedIn = (cycle: string): string => `
    (with card as materialized (
       select s.unit_id, s.state, s.reason from scorecard s where s.bloc_id = $1 and s.cycle_id = ${cycle}),
     x as materialized (
       select s.unit_id, 'excluded' as why, s.reason from card s where s.state = 'excluded'
        union all
       select g.unit_id, 'withdrawn', g.reason from registration g where g.bloc_id = $1 and g.cycle_id = ${cycle} and g.state = 'withdrawn'
          and not exists (select 1 from card s where s.unit_id = g.unit_id))
     select coalesce(jsonb_agg(jsonb_build_object('unitId', x.unit_id, 'why', x.why, 'reason', coalesce(x.reason, '')) order by m.position), '[]')
       from x join member m on m.cycle_id = ${cycle} and m.unit_id = x.unit_id)`;
