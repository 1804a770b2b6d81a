using System.Diagnostics;
using Npgsql;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;

namespace SocialPolicy.Benchmarks.Country;

/// <summary>
/// A national directory, 28,304 rows, into an empty register: over gRPC, checked, kept, announced. Beside it the same codes and names
/// copied into two tables without a key: what the disk alone costs, shown for comparison only.
/// </summary>
internal sealed class ImportingTheCountry : Workload
{
    public override string Suite => "directory";

    public override string Name => "directory-import";

    public override string Unit => "s";

    public override Better Better => Better.Less;

    public override double? Ceiling => 10;

    public override Task<IMeasured> Open(Side side) => Task.FromResult<IMeasured>(side is Side.Limit ? new Copying() : new Importing());

    private sealed class Importing : IMeasured
    {
        /// <summary>One import, however long it takes: each into a register of its own.</summary>
        public async Task<double> Measure(TimeSpan duration)
        {
            await using var registry = await EmptyRegistry.Start();
            var began = Stopwatch.GetTimestamp();
            var answer = await registry.Import(WholeCountry.Units, WholeCountry.Agencies);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            return answer.AddedUnitCount == WholeCountry.Units.Count && answer.AddedAgencyCount == WholeCountry.Agencies.Count
                ? seconds
                : throw new InvalidOperationException($"Not everything was added: {answer}");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Copying : IMeasured
    {
        public async Task<double> Measure(TimeSpan duration)
        {
            await using var registry = await EmptyRegistry.Start();
            await using var connection = new NpgsqlConnection(registry.Database);
            await connection.OpenAsync();
            await using (var tables = new NpgsqlCommand("create table plain_units (code text, name text); create table plain_agencies (code text, name text)", connection))
                await tables.ExecuteNonQueryAsync();
            var began = Stopwatch.GetTimestamp();
            await Copy(connection, "plain_units", WholeCountry.Units.Select(row => (row.Codes[0], row.DisplayName)));
            await Copy(connection, "plain_agencies", WholeCountry.Agencies.Select(row => (row.Codes[0], row.DisplayName)));
            return Stopwatch.GetElapsedTime(began).TotalSeconds;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static async Task Copy(NpgsqlConnection connection, string table, IEnumerable<(string Code, string Name)> rows)
        {
            await using var copy = await connection.BeginBinaryImportAsync($"copy {table} (code, name) from stdin (format binary)");
            foreach (var (code, name) in rows)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(code);
                await copy.WriteAsync(name);
            }

            await copy.CompleteAsync();
        }
    }
}
