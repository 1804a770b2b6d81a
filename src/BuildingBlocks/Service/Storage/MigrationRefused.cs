namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>The database is not what this program can work with; the message is the one line to show.</summary>
public sealed class MigrationRefused(string message, Exception? cause = null) : Exception(message, cause);
