using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialPolicy.PlanText;

/// <summary>Writes a reading as JSON with snake_case names; spans are char_start and char_end.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The reading as one JSON object.</summary>
    public static string Write(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(json, reading);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes the reading into an open writer.</summary>
    public static void Write(Utf8JsonWriter json, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(reading);
        json.WriteStartObject();
        WriteHeader(json, reading);
        json.Each("legal_bases", reading.LegalBases, Write);
        json.Each("outline", reading.Outline, Write);
        json.Each("objectives", reading.Objectives, Write);
        Write(json, "targets", 'T', reading.Targets);
        Write(json, "vision_targets", 'V', reading.VisionTargets);
        Write(json, "targets_in_tasks", 'K', reading.TargetsInTasks);
        json.Each("tasks", reading.Tasks, Write);
        json.Each("task_rows", reading.TaskRows, Write);
        json.Each("org_duties", reading.OrganisationDuties, Write);
        json.Each("reporting_duties", reading.ReportingDuties, Write);
        json.Strings("recipients", reading.Recipients);
        json.Strings("budget", reading.Budget);
        json.Each("unread", reading.Unread, static (json, span) => json.Pair(span));
        json.Strings("flags", reading.Flags);
        json.WriteEndObject();
    }

    private static void WriteHeader(Utf8JsonWriter json, Reading reading)
    {
        json.WriteBoolean("is_plan", reading.IsPlan);
        json.WriteString("number", reading.Number);
        json.Date("issued_on", reading.IssuedOn);
        json.Object("issued_on_partial", reading.IssuedOnPartial, static (json, date) =>
        {
            json.Number("year", date.Year);
            json.Number("month", date.Month);
        });
        json.Word("status", reading.Status);
        json.Object("issuer", reading.Issuer, static (json, issuer) =>
        {
            json.WriteString("name", issuer.Name);
            json.Word("level", issuer.Level);
            json.Word("system", issuer.System);
        });
        json.WriteString("province", reading.Province);
        json.Object("signer", reading.Signer, static (json, signer) =>
        {
            json.WriteString("name", signer.Name);
            json.WriteString("title", signer.Title);
        });
        json.WriteString("title", reading.Title);
        json.Object("period", reading.Period, static (json, period) =>
        {
            json.Number("from", period.From);
            json.Number("to", period.To);
            json.Number("vision", period.Vision);
        });
    }

    private static void Write(Utf8JsonWriter json, LegalBasis basis)
    {
        json.WriteString("number", basis.Number);
        json.WriteString("type", basis.Type);
        json.WriteString("name", basis.Name);
        json.Date("date", basis.Date);
        json.Word("relationship", basis.Relationship);
        json.Span(basis.Span);
        json.Each("occurrences", basis.Occurrences, static (json, span) => json.Pair(span));
    }

    private static void Write(Utf8JsonWriter json, string name, char prefix, IReadOnlyList<Target> targets)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < targets.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("id", Id(prefix, i));
            Write(json, targets[i], targets[i].Parent is { } parent ? Id(prefix, parent) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Id(char prefix, int index) => $"{prefix}{index + 1:00}";

    private static void Write(Utf8JsonWriter json, Target target, string? parent)
    {
        json.WriteString("text", target.Text);
        json.Span(target.Span);
        json.WriteString("indicator", target.Indicator);
        json.Word("kind", target.Kind);
        json.Word("comparator", target.Comparator);
        json.Number("value", target.Value);
        json.Number("value_max", target.ValueMax);
        json.WriteString("unit", target.Unit);
        json.Number("year", target.Year);
        json.WriteString("population", target.Population);
        json.WriteString("geography", target.Geography);
        json.Word("direction", target.Direction);
        json.Word("bound", target.Bound);
        json.WriteString("period", target.PerYear ? "per_year" : null);
        json.WriteString("baseline", target.Baseline);
        json.WriteString("parent", parent);
        json.WriteString("elided_head", target.ElidedHead);
        json.Strings("conditions", target.Conditions);
        json.WriteString("indicator_code", target.IndicatorCode);
        json.WriteString("theme", target.Theme);
        json.Strings("flags", target.Flags);
    }

    private static void Write(Utf8JsonWriter json, PlanTask task)
    {
        json.WriteString("numbering", task.Numbering);
        json.WriteNumber("level", task.Level);
        json.WriteString("parent", task.Parent);
        json.WriteString("heading", task.Heading);
        json.Span(task.Span);
        json.WriteString("lead", task.Lead);
        json.Strings("coordinating", task.Coordinating);
        json.WriteString("time", task.Time);
        json.WriteString("deliverable", task.Deliverable);
        json.Each("items", task.Items, Write);
    }

    private static void Write(Utf8JsonWriter json, OutlineEntry entry)
    {
        json.WriteString("numbering", entry.Numbering);
        json.WriteNumber("level", entry.Level);
        json.WriteString("heading", entry.Heading);
        json.Span(entry.Span);
    }

    private static void Write(Utf8JsonWriter json, Objective objective)
    {
        json.WriteString("text", objective.Text);
        json.WriteBoolean("vision", objective.IsVision);
        json.Span(objective.Span);
    }

    private static void Write(Utf8JsonWriter json, TaskRow row)
    {
        json.WriteString("number", row.Number);
        json.WriteString("group", row.Group);
        json.WriteString("text", row.Text);
        json.WriteString("lead", row.Lead);
        json.Strings("coordinating", row.Coordinating);
        json.WriteString("time", row.Time);
        json.WriteString("deliverable", row.Deliverable);
        json.Span(row.Span);
    }

    private static void Write(Utf8JsonWriter json, TextItem item)
    {
        json.Word("kind", item.Kind);
        json.WriteString("text", item.Text);
        json.Span(item.Span);
    }

    private static void Write(Utf8JsonWriter json, OrganisationDuty duty)
    {
        json.WriteString("numbering", duty.Numbering);
        json.Strings("agencies", duty.Agencies);
        json.Span(duty.Span);
        json.Each("items", duty.Items, Write);
    }

    private static void Write(Utf8JsonWriter json, ReportingDuty duty)
    {
        json.Strings("who", duty.Who);
        json.Strings("to_whom", duty.ToWhom);
        json.WriteString("via", duty.Via);
        json.Word("frequency", duty.Frequency);
        json.Object("deadline", duty.Deadline, static (json, deadline) =>
        {
            json.Number("day", deadline.Day);
            json.Number("month", deadline.Month);
            json.WriteBoolean("inclusive", deadline.Inclusive);
            json.Number("year", deadline.Year);
        });
        json.Date("date", duty.Date);
        json.WriteBoolean("date_inclusive", duty.DateInclusive);
        json.Object("within", duty.Within, static (json, term) =>
        {
            json.Number("amount", term.Amount);
            json.Word("unit", term.Unit);
            json.WriteString("after", term.After);
        });
        json.WriteString("content", duty.Content);
        json.Span(duty.Span);
        json.Strings("flags", duty.Flags);
    }
}
