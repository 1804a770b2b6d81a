namespace Aspire.Hosting.Processes;

internal static class Executable
{
    /// <summary>The full path of a command: itself when it has a folder, else the first in PATH; null when there is none.</summary>
    public static string? Find(string command)
    {
        if (command.Contains('/', StringComparison.Ordinal))
            return File.Exists(command) ? command : null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, command))
            .FirstOrDefault(File.Exists);
    }
}
