namespace Predictors.Reporting;

/// <summary>The pictures that can be had without a browser.</summary>
public enum PlotPicture
{
    /// <summary>CPU waste versus wake-up latency, with the clairvoyant front.</summary>
    Front,

    /// <summary>The distributions of wake-up latency.</summary>
    Latency,

    /// <summary>How long idle periods are, with the poll windows laid over them.</summary>
    Lengths,
}
