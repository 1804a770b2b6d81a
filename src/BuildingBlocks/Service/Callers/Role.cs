namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>What a caller may be in the platform. On the wire, in the claim <c>roles</c>: <c>focal_officer</c>.</summary>
public enum Role
{
    /// <summary>Runs the installation: clients, roles, settings.</summary>
    Administrator,

    /// <summary>Watches and repairs: dead letters, jobs, replays.</summary>
    Operator,

    /// <summary>Takes plans in, confirms readings, publishes.</summary>
    Registrar,

    /// <summary>Officer of a focal agency (cơ quan đầu mối): receives, returns, accepts and consolidates reports.</summary>
    FocalOfficer,

    /// <summary>Officer of an agency that reports.</summary>
    ReportingOfficer,

    /// <summary>Signs what an officer of the same agency has prepared.</summary>
    Approver,

    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Reads, the audit trail included.</summary>
    Auditor,

    /// <summary>Another service of the installation: reads what it needs.</summary>
    Service,
}
