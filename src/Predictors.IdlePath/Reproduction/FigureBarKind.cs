namespace Predictors.IdlePath;

/// <summary>How a simulated figure is held against a published one.</summary>
public enum FigureBarKind
{
    /// <summary>Not at all: it is printed for the reader.</summary>
    None = 0,

    /// <summary>They must be equal.</summary>
    Exact,

    /// <summary>They may differ by a share of the published one.</summary>
    Share,

    /// <summary>They may differ by a factor.</summary>
    Factor,
}
