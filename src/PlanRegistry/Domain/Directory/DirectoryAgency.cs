namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>What kind of body an agency is; groups are made of kinds.</summary>
public enum AgencyKind
{
    /// <summary>Ủy ban nhân dân.</summary>
    PeoplesCommittee,

    /// <summary>Hội đồng nhân dân.</summary>
    PeoplesCouncil,

    /// <summary>A specialised agency under a people's committee: sở, phòng, ban.</summary>
    Department,

    /// <summary>A public service unit: trung tâm, bệnh viện, trường.</summary>
    ServiceUnit,

    /// <summary>A body under its own ministry or agency: social insurance, courts, police.</summary>
    Vertical,

    /// <summary>A Party committee or a body of one.</summary>
    Party,

    /// <summary>Mặt trận Tổ quốc.</summary>
    Front,

    /// <summary>Đoàn thể, hội.</summary>
    MassOrganisation,
}

/// <summary>An agency (cơ quan, đơn vị) as far as documents name it.</summary>
/// <param name="Name">With its place: "Phòng Nội vụ huyện Vạn Ninh".</param>
/// <param name="Aliases">Other names documents use; with or without the place.</param>
/// <param name="UnitId">The unit it works for.</param>
public sealed record DirectoryAgency(Guid Id, string Name, IReadOnlyList<string> Aliases, AgencyKind Kind, Guid UnitId)
{
    /// <summary>The name and the aliases.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    /// <summary>Whether a name, as it stands, is one of its names.</summary>
    public bool IsCalled(string name) => Names.Any(own => NameWords.Of(own) == NameWords.Of(name));
}
