namespace SocialPolicy.BuildingBlocks.Service.Files;

/// <summary>Originals and attachments, named by their content: the same bytes are stored once and never change.</summary>
public interface IFileStore
{
    /// <summary>Stores a stream to its end and returns its SHA-256 in lower-case hex. On return it is on the disk.</summary>
    /// <exception cref="Domain.Rules.RuleBroken">FILE_INFECTED, FILE_NOT_SCANNED, where the installation has a virus scanner; nothing is kept.</exception>
    Task<string> Put(Stream content, CancellationToken ct);

    /// <summary>Opens what was stored, checked against its name.</summary>
    /// <exception cref="FileNotFoundException">Nothing is stored under that name.</exception>
    /// <exception cref="InvalidDataException">The bytes on the disk are no longer those that were stored.</exception>
    Task<Stream> Open(string sha256, CancellationToken ct);
}
