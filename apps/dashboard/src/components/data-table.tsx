/** A TanStack table with the dashboard's markup. */
import { tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table';

/** The API sorts, filters and pages, so the table itself does not. */
export const features = tableFeatures({});

export interface DataTableProps<Row extends RowData> {
  /** Accessible name of the table. */
  readonly label: string;
  readonly columns: ColumnDef<typeof features, Row>[];
  readonly rows: Row[];
  readonly idOf: (row: Row) => string;
  /** Classes of each column's cells by column id, for alignment and responsive hiding. */
  readonly cellClasses?: Readonly<Record<string, string>>;
}

export function DataTable<Row extends RowData>({ label, columns, rows, idOf, cellClasses = {} }: DataTableProps<Row>) {
  const table = useTable({ features, columns, data: rows, getRowId: idOf });
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full text-left text-sm">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className="border-b border-line text-xs text-muted">
              {group.headers.map((header) => (
                <th key={header.id} scope="col" className={`px-4 py-2 font-medium ${cellClasses[header.column.id] ?? ''}`}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className="relative border-b border-line last:border-b-0 focus-within:bg-raised hover:bg-raised">
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={`px-4 py-2 align-middle ${cellClasses[cell.column.id] ?? ''}`}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
