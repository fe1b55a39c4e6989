namespace Predictors.Hosting;

/// <summary>How arrivals follow from what a predictor does.</summary>
public enum LoopKind
{
    /// <summary>They stay where they were recorded, and vCPUs are independent.</summary>
    Open,

    /// <summary>They follow the work that causes them.</summary>
    Closed,
}
