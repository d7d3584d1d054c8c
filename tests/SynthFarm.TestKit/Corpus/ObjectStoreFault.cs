namespace SynthFarm.TestKit.Corpus;

/// <summary>What goes wrong with a put to the <see cref="ObjectStoreDouble"/>.</summary>
public enum ObjectStoreFault
{
    None = 0,

    /// <summary>Fails for good; nothing is put.</summary>
    Refused = 1,

    /// <summary>Fails for now; nothing is put.</summary>
    Busy = 2,

    /// <summary>The object is put, and the caller is told that it timed out.</summary>
    TimeoutAfterSuccess = 3,
}
