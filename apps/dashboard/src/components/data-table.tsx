/** A table of TanStack Table, with our markup. */
import { tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table';

/** Sorting, filtering and paging are the API's. */
export const features = tableFeatures({});

/** What a table shows. */
export interface DataTableProps<Row extends RowData> {
  /** For those who hear it. */
  readonly label: string;
  readonly columns: ColumnDef<typeof features, Row>[];
  readonly rows: Row[];
  readonly idOf: (row: Row) => string;
  /** Classes of the cells of a column, by its id: where it is hidden, how it is aligned. */
  readonly cellClasses?: Readonly<Record<string, string>>;
}

/** A table. */
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
