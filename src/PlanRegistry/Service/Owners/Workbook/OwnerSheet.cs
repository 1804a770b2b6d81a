namespace SocialPolicy.PlanRegistry.Service.Owners.Workbook;

/// <summary>What a workbook of owners shows.</summary>
/// <param name="Plan">Resource name of the plan.</param>
/// <param name="Heading">Number, issuer and title of the plan.</param>
/// <param name="Rows">One an item.</param>
/// <param name="Choices">The agencies to choose from.</param>
internal sealed record OwnerSheet(string Plan, string Heading, IReadOnlyList<OwnerSheetRow> Rows, IReadOnlyList<OwnerChoice> Choices);

/// <summary>One row: an item, what is suggested, who owns it.</summary>
/// <param name="Item">Within its plan: <c>targets/{target}</c>.</param>
/// <param name="Exported">The owners at the export, as <see cref="ExportedOwners"/> writes them.</param>
/// <param name="Numbering">Of a task.</param>
/// <param name="Kind">As officers call it.</param>
/// <param name="Text">Its words.</param>
/// <param name="Theme">As officers call the field.</param>
/// <param name="Suggested">Who is suggested to lead, and how sure that is.</param>
/// <param name="Quote">The words the suggestion comes from.</param>
/// <param name="Lead">Code of the lead.</param>
/// <param name="Coordinating">Codes of who coordinates.</param>
/// <param name="Now">Who owns it now, by name.</param>
internal sealed record OwnerSheetRow(
    string Item, string Exported, string Numbering, string Kind, string Text, string Theme, string Suggested, string Quote, string Lead, string Coordinating, string Now);

/// <summary>An agency to choose.</summary>
internal sealed record OwnerChoice(string Code, string Name, string Unit);

/// <summary>A row as it came back.</summary>
/// <param name="Row">Its number in the sheet.</param>
/// <param name="Item">What stands in the hidden column of items.</param>
/// <param name="Exported">What stands in the hidden column of owners.</param>
/// <param name="Lead">As entered.</param>
/// <param name="Coordinating">As entered.</param>
internal sealed record ReturnedRow(int Row, string Item, string Exported, string Lead, string Coordinating);
