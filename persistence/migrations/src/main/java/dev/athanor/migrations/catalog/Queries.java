// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

/**
 * Questions to PostgreSQL's catalogs about the schemas of an array. Each is one for all tables. What belongs to an
 * extension is the extension's, Liquibase's own tables are Liquibase's, and there are two of Athanor's of which no
 * entity knows.
 */
final class Queries {
    private static final String OWN =
            " and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid"
                    + " and e.deptype = 'e') and c.relname not in ('databasechangelog', 'databasechangeloglock',"
                    + " 'athanor_outbox', 'athanor_data_migration')";

    private static final String TABLES = " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where c.relkind = 'r' and not c.relispartition and n.nspname = any (?)" + OWN;

    static final String SCHEMAS = "select nspname from pg_namespace where nspname = any (?)";

    static final String EXTENSIONS = "select extname from pg_extension where extname <> 'plpgsql'";

    static final String ENUMS = """
            select n.nspname, t.typname, array_agg(e.enumlabel::text order by e.enumsortorder)
            from pg_type t
            join pg_namespace n on n.oid = t.typnamespace
            join pg_enum e on e.enumtypid = t.oid
            where n.nspname = any (?) and not exists (
              select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
            group by 1, 2
            """;

    static final String SEQUENCES = """
            select n.nspname, c.relname, s.seqtypid::regtype::text, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
              s.seqcache, s.seqcycle, tn.nspname, t.relname, a.attname
            from pg_sequence s
            join pg_class c on c.oid = s.seqrelid
            join pg_namespace n on n.oid = c.relnamespace
            left join pg_depend o on o.classid = 'pg_class'::regclass and o.objid = c.oid
              and o.refclassid = 'pg_class'::regclass and o.deptype in ('a', 'i')
            left join pg_class t on t.oid = o.refobjid
            left join pg_namespace tn on tn.oid = t.relnamespace
            left join pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
            where n.nspname = any (?) and o.deptype is distinct from 'i'""" + OWN;

    static final String TABLE_NAMES = "select c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class')" + TABLES;

    static final String COLUMNS = """
            select a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
              pg_get_expr(d.adbin, d.adrelid), a.attgenerated, a.attidentity,
              case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end,
              col_description(a.attrelid, a.attnum),
              s.seqtypid::regtype::text, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
              (select q.relname from pg_class q where q.oid = s.seqrelid)
            from pg_attribute a
            join pg_type t on t.oid = a.atttypid
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            left join pg_depend i on a.attidentity <> '' and i.classid = 'pg_class'::regclass
              and i.refclassid = 'pg_class'::regclass and i.refobjid = a.attrelid and i.refobjsubid = a.attnum
              and i.deptype = 'i'
            left join pg_sequence s on s.seqrelid = i.objid
            where a.attnum > 0 and not a.attisdropped and a.attrelid in (select c.oid""" + TABLES + """
            )
            order by a.attrelid, a.attnum
            """;

    private static final String NAMES =
            "(select array_agg(a.attname::text order by u.place) from unnest(%s) with ordinality u (number, place)"
                    + " join pg_attribute a on a.attrelid = %s and a.attnum = u.number)";

    static final String CONSTRAINTS = "select k.conrelid, k.contype, k.conname, "
            + NAMES.formatted("k.conkey", "k.conrelid") + ", " + NAMES.formatted("k.confkey", "k.confrelid")
            + """
            , k.confdeltype, k.confupdtype, k.confmatchtype, k.condeferrable, k.condeferred, k.convalidated,
              tn.nspname, t.relname, pg_get_expr(k.conbin, k.conrelid), pg_get_constraintdef(k.oid),
              coalesce(x.indnullsnotdistinct, false)
            from pg_constraint k
            left join pg_class t on t.oid = k.confrelid
            left join pg_namespace tn on tn.oid = t.relnamespace
            left join pg_index x on x.indexrelid = k.conindid and k.contype = 'u'
            where k.contype in ('p', 'u', 'f', 'c', 'x') and k.conrelid in (select c.oid""" + TABLES + """
            )
            order by k.conrelid, position(k.contype in 'pufcx'), k.conname
            """;

    static final String INDEXES = """
            select x.indrelid, i.relname, m.amname, x.indisunique, x.indnullsnotdistinct,
              (select array_agg(
                  pg_get_indexdef(x.indexrelid, p, false)
                  || case when x.indcollation[p - 1] <> coalesce(a.attcollation, x.indcollation[p - 1])
                    then ' collate ' || x.indcollation[p - 1]::regcollation::text else '' end
                  || case when o.opcdefault then '' else ' ' ||
                    case when pg_opclass_is_visible(o.oid) then quote_ident(o.opcname)
                      else quote_ident(onsp.nspname) || '.' || quote_ident(o.opcname) end end
                  || case when not am.amcanorder then ''
                    when x.indoption[p - 1] & 1 = 1
                      then ' desc' || case when x.indoption[p - 1] & 2 = 0 then ' nulls last' else '' end
                    when x.indoption[p - 1] & 2 = 2 then ' nulls first' else '' end
                  order by p)
                from generate_series(1, x.indnkeyatts) p
                join pg_opclass o on o.oid = x.indclass[p - 1]
                join pg_namespace onsp on onsp.oid = o.opcnamespace
                left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[p - 1]
                  and x.indkey[p - 1] <> 0
                cross join (select m.amname = 'btree' as amcanorder) am),
              (select array_agg(a.attname::text order by p)
                from generate_series(x.indnkeyatts + 1, x.indnatts) p
                join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[p - 1]),
              pg_get_expr(x.indpred, x.indrelid), x.indisvalid
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_am m on m.oid = i.relam
            where not exists (
                select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
              and x.indrelid in (select c.oid""" + TABLES + """
            )
            order by x.indrelid, i.relname
            """;

    /** What there is besides. */
    static final String OTHERS = """
            select case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'f' then 'foreign table '
                when 'p' then 'partitioned table ' when 'c' then 'composite type ' else 'partition ' end
              || n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?) and (c.relkind in ('v', 'm', 'f', 'p', 'c') or c.relkind = 'r' and c.relispartition)
              and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid
                and e.deptype = 'e')
            union all
            select 'function ' || p.oid::regprocedure::text
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = any (?) and not exists (
              select from pg_depend e where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype in ('e', 'i'))
            union all
            select case t.typtype when 'd' then 'domain ' else 'range type ' end || n.nspname || '.' || t.typname
            from pg_type t join pg_namespace n on n.oid = t.typnamespace
            where n.nspname = any (?) and t.typtype in ('d', 'r') and not exists (
              select from pg_depend e where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
            union all
            select 'trigger ' || g.tgname || ' of ' || n.nspname || '.' || c.relname
            from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?) and not g.tgisinternal
            union all
            select 'policy ' || p.polname || ' of ' || n.nspname || '.' || c.relname
            from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?)
            union all
            select 'rule ' || r.rulename || ' of ' || n.nspname || '.' || c.relname
            from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?) and r.rulename <> '_RETURN'
            union all
            select 'inheritance of table ' || n.nspname || '.' || c.relname
            from pg_inherits h join pg_class c on c.oid = h.inhrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?) and c.relkind = 'r' and not c.relispartition
            union all
            select 'unlogged table ' || n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?) and c.relkind = 'r' and c.relpersistence = 'u'
            order by 1
            """;

    private Queries() {}
}
